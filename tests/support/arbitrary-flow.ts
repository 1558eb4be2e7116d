import fc from 'fast-check';
import type { AnswerValue } from '../../src/model/answers.ts';
import type { Condition, ValueTest } from '../../src/model/condition.ts';
import type { Derived, Flow, Item, Question, QuestionType, TreeNode } from '../../src/model/flow.ts';
import {
  as,
  ask,
  buildFlow,
  citation,
  exit,
  keep,
  line,
  material,
  options,
  outcome,
  outcomeIs,
  placeEntry,
  question,
  source,
  step,
  TODAY,
  when,
} from './build-flow.ts';

type Gen = <Args extends unknown[], T>(arbitrary: (...args: Args) => fc.Arbitrary<T>, ...args: Args) => T;

/** What a generated flow may hold. */
export interface Vocabulary {
  /** Conditions that name `unsure` or `unverified`: what they say may change when something is found out. */
  readonly namesUnsure: boolean;
  /** Facts and `same`, which read places. */
  readonly places: boolean;
  /**
   * First matches, and `not` of more than one test. Through them a void can become a yes: `all` of a
   * void and an unknown part is void, and if the unknown one turns out no, it is no.
   */
  readonly turnsVoid: boolean;
}

/** Everything at once. */
export const EVERYTHING: Vocabulary = { namesUnsure: true, places: true, turnsVoid: true };

const CODES = ['430900', '430100', '430000', '110000', '130600', '610100', '610000'];
const MONTHS = ['2026-01', '2026-08', '2026-11'];
const TYPES: readonly QuestionType[] = ['choice', 'choice', 'yes-no', 'multi', 'number', 'month', 'place'];

/** A flow with random questions, derived names, tree and items. Every path reaches an exit. */
export function arbitraryFlow(vocabulary: Vocabulary = EVERYTHING): fc.Arbitrary<Flow> {
  return fc.gen().map((gen) => new FlowMaker(gen as Gen, vocabulary).make());
}

/** A flow and some conditions over its questions and names. */
export function arbitraryConditions(
  vocabulary: Vocabulary = EVERYTHING,
): fc.Arbitrary<{ flow: Flow; condition: Condition }> {
  return fc.gen().map((gen) => {
    const maker = new FlowMaker(gen as Gen, vocabulary);
    return { flow: maker.make(), condition: maker.condition(3) };
  });
}

/** Allowed answers to some or all questions of a flow. */
export function arbitraryAnswers(flow: Flow): fc.Arbitrary<Record<string, AnswerValue>> {
  const values = Object.fromEntries(
    Object.values(flow.questions).map((one) => [one.id, arbitraryAnswer(one)]),
  );
  return fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<Record<string, AnswerValue>>;
}

/** Answers to every question of a flow. */
export function arbitraryFullAnswers(flow: Flow): fc.Arbitrary<Record<string, AnswerValue>> {
  return fc.record(
    Object.fromEntries(Object.values(flow.questions).map((one) => [one.id, arbitraryAnswer(one)])),
  );
}

/** An allowed answer to a question, 不清楚 among them where it is. */
function arbitraryAnswer(one: Question): fc.Arbitrary<AnswerValue> {
  const value = arbitraryValue(one);
  return one.unsure ? fc.oneof(value, value, fc.constant('unsure')) : value;
}

/** An allowed answer that is not 不清楚. */
export function arbitraryValue(one: Question): fc.Arbitrary<AnswerValue> {
  const ids = one.options.map(({ id }) => id);
  switch (one.type) {
    case 'choice':
    case 'yes-no':
      return fc.constantFrom(...ids);
    case 'multi':
      return fc.subarray(ids);
    case 'number':
      return fc.nat({ max: 4 });
    case 'month':
      return fc.constantFrom(...MONTHS);
    case 'date':
      return fc.constantFrom('2026-08-15', TODAY);
    case 'place':
      return fc.constantFrom(...CODES);
  }
}

class FlowMaker {
  readonly #gen: Gen;
  readonly #vocabulary: Vocabulary;
  readonly #questions: Question[];
  readonly #derive: Record<string, Derived> = {};

  constructor(gen: Gen, vocabulary: Vocabulary) {
    this.#gen = gen;
    this.#vocabulary = vocabulary;
    const count = this.#upTo(5) + 2;
    this.#questions = Array.from({ length: count }, (_, number) => this.#question(`q${number}`));
    const names = this.#upTo(3);
    for (let number = 0; number < names; number++) this.#derive[`d${number}`] = this.#derived();
  }

  make(): Flow {
    const places = this.#questions.filter(({ type }) => type === 'place');
    const jurisdiction = places[0]?.id;
    return buildFlow({
      questions: this.#questions,
      derive: this.#derive,
      ...(jurisdiction === undefined ? {} : { jurisdiction }),
      outcomes: [outcome('done'), outcome('other', { verdict: 'elsewhere' })],
      tree: [...this.#nodes(3), exit()],
      items: this.#items(),
      sources: [source('s1')],
      places: {
        facts: {
          free: { id: 'free', type: 'yes-no', name: '免备案', findOut: '打电话' },
          wait: {
            id: 'wait',
            type: 'number',
            name: '等待',
            findOut: '打电话',
            default: { value: 2, sources: [] },
          },
          'pool-is-province': { id: 'pool-is-province', type: 'yes-no', name: '省级统筹', findOut: '打电话' },
        },
        groups: { jjj: { name: '京津冀', members: ['110000', '130000'] } },
        entries: [
          placeEntry('430000', {
            facts: {
              free: [{ value: 'yes', sources: [] }],
              'pool-is-province': [{ value: 'no', sources: [] }],
            },
          }),
          placeEntry('430900', {
            facts: { free: [{ value: 'no', sources: [] }], wait: [{ value: 6, sources: [] }] },
          }),
          placeEntry('610000', { facts: { 'pool-is-province': [{ value: 'yes', sources: [] }] } }),
        ],
      },
    });
  }

  /** A condition nested at most so deep. */
  condition(depth: number): Condition {
    const nested = depth > 0 && this.#upTo(2) > 0;
    if (!nested) return this.#leaf();
    const parts = () => Array.from({ length: this.#upTo(2) + 1 }, () => this.condition(depth - 1));
    switch (this.#one(['all', 'any', 'not'])) {
      case 'all':
        return { kind: 'all', of: parts() };
      case 'any':
        return { kind: 'any', of: parts() };
      default:
        return {
          kind: 'not',
          of: this.#vocabulary.turnsVoid ? this.condition(depth - 1) : this.#answerTest(),
        };
    }
  }

  #leaf(): Condition {
    const leaves = [() => this.#answerTest(), () => this.#answerTest(), () => this.#answerTest()];
    const [first, ...more] = this.#questions.filter(({ type }) => type === 'place').map(({ id }) => id);
    const names = Object.keys(this.#derive);
    if (names.length > 0)
      leaves.push(
        () => this.#derivedTest(names),
        () => this.#derivedTest(names),
      );
    if (this.#vocabulary.places && first !== undefined) {
      leaves.push(() => this.#factTest([first, ...more]));
      const second = more[0];
      if (second !== undefined) {
        const at = this.#one(['city', 'province', 'pool', { group: 'jjj' }] as const);
        leaves.push(() => ({ kind: 'same', questions: [first, second], at }));
      }
    }
    return this.#one(leaves)();
  }

  #answerTest(): Condition {
    const { id, type, options: all, unsure } = this.#one(this.#questions);
    const ids = all.map((option) => option.id);
    const others = this.#questions.filter((one) => one.type === type && one.id !== id);
    switch (type) {
      case 'multi':
        return { kind: 'has', question: id, options: [this.#one(ids)] };
      case 'number':
      case 'month': {
        const literal = type === 'number' ? this.#upTo(4) : this.#one(MONTHS);
        const other = others[0];
        const than = other && this.#upTo(1) > 0 ? { question: other.id } : { literal };
        const op = this.#one(['lt', 'le', 'gt', 'ge', 'before', 'after'] as const);
        return { kind: 'answer', question: id, test: { op, than } };
      }
      default: {
        const values = type === 'place' ? CODES : ids;
        const named = [...new Set([this.#one(values), this.#one(values)])];
        const addsUnsure = this.#vocabulary.namesUnsure && unsure && this.#upTo(2) === 0;
        return { kind: 'answer', question: id, test: { in: addsUnsure ? [...named, 'unsure'] : named } };
      }
    }
  }

  #derivedTest(names: readonly string[]): Condition {
    const name = this.#one(names);
    const kind = this.#derive[name]?.kind;
    const than = { literal: this.#upTo(4) };
    const test: ValueTest =
      kind === 'months-between'
        ? { op: this.#one(['lt', 'ge'] as const), than }
        : { in: [this.#one(kind === 'condition' ? this.#truths() : ['x', 'y', 'z'])] };
    return { kind: 'derived', name, test };
  }

  #truths(): readonly string[] {
    return this.#vocabulary.turnsVoid ? ['yes', 'no'] : ['yes'];
  }

  #factTest(places: readonly string[]): Condition {
    const of = this.#upTo(1) > 0 ? { of: this.#one(places) } : {};
    if (this.#vocabulary.namesUnsure && this.#upTo(3) === 0)
      return { kind: 'unverified', fact: 'free', ...of };
    if (this.#upTo(1) > 0)
      return { kind: 'fact', fact: 'free', ...of, test: { in: [this.#one(['yes', 'no'])] } };
    return { kind: 'fact', fact: 'wait', ...of, test: { op: 'ge', than: { literal: this.#upTo(6) } } };
  }

  #derived(): Derived {
    const timed = this.#questions.filter(({ type }) => type === 'month').map(({ id }) => id);
    const [from, to] = [timed[0], timed[1]];
    if (from !== undefined && to !== undefined && this.#upTo(2) === 0) {
      return { kind: 'months-between', questions: [from, to] };
    }
    if (!this.#vocabulary.turnsVoid || this.#upTo(1) === 0)
      return { kind: 'condition', when: this.condition(2) };
    const rows = Array.from({ length: this.#upTo(1) + 1 }, () => ({
      when: this.condition(1),
      is: this.#one(['x', 'y']),
    }));
    return { kind: 'first-match', rows: [...rows, { is: this.#one(['y', 'z']) }] };
  }

  #question(id: string): Question {
    const type = this.#one(TYPES);
    const unsure = type === 'choice' && this.#upTo(3) === 0 ? { unsure: as('a') } : {};
    const kept = this.#upTo(1) === 0 ? { unsure: keep } : {};
    const choices =
      type === 'choice' && this.#upTo(1) === 0 ? { options: options({ a: '甲', b: '乙', c: '丙' }) } : {};
    return question(id, { type, ...kept, ...unsure, ...choices });
  }

  #nodes(depth: number): TreeNode[] {
    return Array.from({ length: this.#upTo(3) + (depth === 3 ? 1 : 0) }, () => this.#node(depth));
  }

  #node(depth: number): TreeNode {
    if (depth > 0 && this.#upTo(3) === 0) {
      const unknown = this.#one(['then', 'else', 'list'] as const);
      const ways = this.#nodes(depth - 1);
      return when(this.condition(2), this.#way(depth), this.#way(depth), unknown === 'list' ? ways : unknown);
    }
    const { id, type, options: all, unsure } = this.#one(this.#questions);
    if (depth === 0 || (type !== 'choice' && type !== 'yes-no') || this.#upTo(1) === 0) return ask(id);
    const keys = [...all.map((option) => option.id), ...(unsure && 'keep' in unsure ? ['unsure'] : [])];
    const written = keys.filter((key) => key === 'unsure' || this.#upTo(3) > 0);
    return ask(id, Object.fromEntries(written.map((key) => [key, this.#way(depth)])));
  }

  #way(depth: number): TreeNode[] {
    const nodes = this.#nodes(depth - 1);
    return this.#upTo(4) === 0 ? [...nodes, exit('other')] : nodes;
  }

  #items(): Item[] {
    const sources = [citation('s1')];
    return Array.from({ length: this.#upTo(5) }, (_, number): Item => {
      const id = `i${number}`;
      const test = this.condition(3);
      const fields = { when: { kind: 'all', of: [test, outcomeIs('done')] } as Condition, sources };
      return this.#one([
        () => step(id, fields),
        () => material(id, fields),
        () => line('warning', id, fields),
        () => line('not-needed', id, fields),
        () => line('note', id, fields),
      ])();
    });
  }

  #upTo(max: number): number {
    return this.#gen(fc.nat, { max });
  }

  #one<T>(list: readonly T[]): T {
    const chosen = list[this.#upTo(list.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to choose from');
    return chosen;
  }
}
