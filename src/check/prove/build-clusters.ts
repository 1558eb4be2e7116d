import type { CompiledFlow } from '../../engine/compile-flow.ts';
import { readsOf } from '../../engine/reads.ts';
import type { AnswerValue } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Question } from '../../model/flow.ts';
import { isValueDerived, isWhole, readsOfName } from './leaf-book.ts';
import { everyNth, product } from './products.ts';
import { valuesTogether } from './question-values.ts';
import type { PlacedGroup } from './small-world.ts';
import type { Cluster, Tuple } from './space.ts';
import { findThresholds } from './thresholds.ts';
import type { Work } from './work.ts';

/** More tuples of one cluster than this are thinned out. */
export const MOST_TUPLES = 30_000;

/** A cluster that could not be looked at in full. */
export interface Thinned {
  readonly question: string;
  readonly combinations: number;
  readonly tried: number;
}

/** What a cluster is made from. */
export interface ClusterSources {
  readonly compiled: CompiledFlow;
  readonly tests: readonly Condition[];
  readonly places: readonly PlacedGroup[];
  readonly date: CalendarDate;
  readonly work: Work;
}

/** The clusters of a flow, with every answer to each that some test might tell apart. */
export function buildClusters(from: ClusterSources): { clusters: Cluster[]; thinned: Thinned[] } {
  const thinned: Thinned[] = [];
  const clusters = groupQuestions(from).map((questions, index): Cluster => {
    const { lists, all } = valueLists(from, questions);
    const combinations = lists.reduce((sum, list) => sum * list.length, 1);
    const step = Math.ceil(combinations / MOST_TUPLES);
    from.work.spend(Math.min(combinations, MOST_TUPLES) * questions.length);
    const chosen = step > 1 ? everyNth(lists, combinations, step) : product(lists);
    if (step > 1 || !all) {
      const question = from.compiled.questions[questions[0] ?? -1]?.id ?? '';
      thinned.push({ question, combinations, tried: chosen.length });
    }
    const tuples = chosen.map((values) => toTuple(from.compiled, questions, Object.assign({}, ...values)));
    return { index, questions, tuples };
  });
  return { clusters, thinned };
}

/** Questions that some test reads together. */
function groupQuestions({ compiled, tests, places }: ClusterSources): readonly (readonly number[])[] {
  const { questions, flow } = compiled;
  const leader = questions.map(({ number }) => number);
  const find = (number: number): number => {
    const above = leader[number] ?? number;
    return above === number ? number : find(above);
  };
  const join = (group: readonly number[]): void => {
    for (const number of group) leader[find(number)] = find(group[0] ?? number);
  };
  for (const { use } of places) join(use.questions.map(({ id }) => compiled.numberOf(id)));
  for (const test of tests) {
    const reads = readsOf(compiled, test);
    const ofFacts = reads.facts.map(({ placeQuestion }) => compiled.numberOf(placeQuestion ?? ''));
    if (isWhole(flow.derive, test)) join([...reads.questions, ...ofFacts].filter((one) => one >= 0));
  }
  for (const [name, derived] of Object.entries(flow.derive)) {
    if (isValueDerived(derived)) join(readsOfName(compiled, name).questions);
  }
  const groups = new Map<number, number[]>();
  for (const { number } of questions) groups.set(find(number), [...(groups.get(find(number)) ?? []), number]);
  return [...groups.values()];
}

/** Answers by question id. */
type Values = Readonly<Record<string, AnswerValue>>;

/** The lists whose product are all answers to these questions; places that are compared are one list. */
function valueLists(
  { compiled, tests, places, date, work }: ClusterSources,
  numbers: readonly number[],
): { lists: readonly (readonly Values[])[]; all: boolean } {
  const questions = numbers.flatMap((number): Question[] => {
    const question = compiled.questions[number]?.question;
    return question ? [question] : [];
  });
  const others = questions.filter(({ type }) => type !== 'place');
  const { values, all } = valuesTogether(others, findThresholds(compiled, tests), tests, date, work);
  const lists = others.map(({ id }) => (values.get(id) ?? []).map((value): Values => ({ [id]: value })));
  const own = places.filter(({ use }) =>
    use.questions.some((one) => questions.some(({ id }) => id === one.id)),
  );
  return { lists: [...own.map((group) => group.places.map(({ answers }) => answers)), ...lists], all };
}

/** Answers to some questions as a tuple. */
export function toTuple(compiled: CompiledFlow, numbers: readonly number[], values: Values): Tuple {
  const own = numbers.map((number) => values[compiled.questions[number]?.id ?? ''] ?? '');
  return { values: own, states: numbers.map((number, at) => compiled.questions[number]?.accept(own[at])) };
}
