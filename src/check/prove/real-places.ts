import { atlasOf } from '../../engine/atlas.ts';
import { POOL_FACT } from '../../engine/compile-condition.ts';
import { compileFlow } from '../../engine/compile-flow.ts';
import { factValue } from '../../engine/fact-value.ts';
import { type AnswerState, type Knowledge, knowledgeOf } from '../../engine/knowledge.ts';
import { type Answers, UNSURE } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Division } from '../../model/place.ts';
import type { Prepared } from './build-space.ts';
import { answersOfCell, type Cell, knowledgeOfCell } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import { codesWithin } from './overlaid-cells.ts';
import { product } from './place-scenarios.ts';
import type { Example, Supposed, UnderOverlay } from './proof.ts';

/** Of places that nothing tells apart, so many of one province are tried, and so many provinces. */
const MOST_ALIKE = 2;

interface PlaceTest {
  readonly inWorld: Leaf;
  readonly real: Condition;
}

/** Whether a test reads what a place's rules say, and not only where it lies. */
function readsFact(test: Condition): boolean {
  return test.kind === 'fact' || test.kind === 'unverified' || (test.kind === 'same' && test.at === 'pool');
}

/** Finds real places for examples that were found in the small world. */
export class RealPlaces {
  readonly #prepared: Prepared;
  #divisions: readonly Division[] | undefined;

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
  }

  /** One person of a cell, in real places for whom these tests and those of the tree come out the same. */
  exampleOf(cell: Cell, leaves: readonly Leaf[], under: UnderOverlay | undefined, date: string): Example {
    const { space, use } = this.#prepared;
    const answers = answersOfCell(space, cell);
    const asked = use.questions.map(({ id }) => id).filter((id) => id in answers && answers[id] !== UNSURE);
    const tests = this.#testsOf([...this.#prepared.treeLeaves, ...leaves]);
    const candidates = asked.map((id) => this.#candidatesFor(String(answers[id]), id, under));
    const all = this.#search(cell, asked, candidates, tests);
    const found =
      all ??
      this.#search(
        cell,
        asked,
        candidates,
        tests.filter(({ real }) => !readsFact(real)),
      );
    const codes = found ?? candidates.map(([first]) => first ?? '');
    const places = Object.fromEntries(asked.map((id, index) => [id, codes[index] ?? '']));
    const supposes = all ? [] : this.#supposedBy(cell, { ...answers, ...places }, tests, answers);
    return { date, answers: { ...answers, ...places }, exit: cell.path.exit, supposes };
  }

  #testsOf(leaves: readonly Leaf[]): readonly PlaceTest[] {
    const { space, use, world } = this.#prepared;
    const places = new Set(use.questions.map(({ id }) => space.compiled.numberOf(id)));
    return [...new Set(leaves)].flatMap((inWorld): PlaceTest[] => {
      if (!inWorld.condition || !inWorld.questions.some((one) => places.has(one))) return [];
      return [{ inWorld, real: world.restore(inWorld.condition) }];
    });
  }

  #candidatesFor(code: string, question: string, under: UnderOverlay | undefined): readonly string[] {
    const { flow, world } = this.#prepared;
    const isProvince = atlasOf(world.flow.common.divisions).isProvinceOnly(code);
    const within = under?.role === question ? codesWithin(this.#prepared, under.place) : undefined;
    const divisions = within
      ? flow.common.divisions.filter((one) => within.includes(one.code))
      : this.#tellingDivisions();
    const fitting = divisions.filter(({ level }) => (level === 'province') === isProvince);
    return (fitting.length > 0 ? fitting : divisions).map((one) => one.code);
  }

  #search(
    cell: Cell,
    asked: readonly string[],
    candidates: readonly (readonly string[])[],
    tests: readonly PlaceTest[],
  ): readonly string[] | undefined {
    const { space, flow } = this.#prepared;
    const compiled = compileFlow(flow);
    const states = [...knowledgeOfCell(space, cell).states];
    const wanted = tests.map(({ inWorld }) => inWorld.read(knowledgeOf(states, space.date)));
    return product(candidates).find((codes) => {
      const knowledge = this.#withPlaces(states, asked, codes);
      return tests.every(({ real }, index) => compiled.test(real)(knowledge) === wanted[index]);
    });
  }

  #withPlaces(
    states: readonly (AnswerState | undefined)[],
    asked: readonly string[],
    codes: readonly string[],
  ): Knowledge {
    const { space } = this.#prepared;
    const real = [...states];
    for (const [index, id] of asked.entries()) {
      const code = codes[index] ?? '';
      real[space.compiled.numberOf(id)] = { kind: 'value', value: code, given: code };
    }
    return knowledgeOf(real, space.date);
  }

  /** The facts that the real places would have to have. */
  #supposedBy(cell: Cell, real: Answers, tests: readonly PlaceTest[], answers: Answers): readonly Supposed[] {
    const { space, use, scenarioOf, flow } = this.#prepared;
    const states = [...knowledgeOfCell(space, cell).states];
    const asked = use.questions.map(({ id }) => id).filter((id) => id in answers && answers[id] !== UNSURE);
    const knowledge = this.#withPlaces(
      states,
      asked,
      asked.map((id) => String(real[id])),
    );
    const compiled = compileFlow(flow);
    const placed = scenarioOf.get(String(answers[asked[0] ?? '']));
    const differing = tests.filter(
      (one) => compiled.test(one.real)(knowledge) !== one.inWorld.read(knowledgeOf(states, space.date)),
    );
    const supposed = differing.flatMap(({ real: test }): Supposed[] => {
      if (test.kind === 'same') {
        const province = placed?.scenario.spots.find((spot) => spot !== undefined)?.province ?? 0;
        const value = placed?.scenario.provinces[province]?.pool;
        return [{ fact: POOL_FACT, question: test.questions[0], value }];
      }
      if (test.kind !== 'fact' && test.kind !== 'unverified') return [];
      const question = test.of ?? flow.jurisdiction ?? '';
      const slot = use.slots.findIndex((one) => one.fact === test.fact && one.question === question);
      return [{ fact: test.fact, question, value: placed?.profile[slot] }];
    });
    return [...new Map(supposed.map((one) => [`${one.fact} ${one.question}`, one])).values()];
  }

  /** A few real places of every kind that the flow can tell apart. */
  #tellingDivisions(): readonly Division[] {
    this.#divisions ??= this.#findTelling();
    return this.#divisions;
  }

  #findTelling(): readonly Division[] {
    const { provinceOf } = atlasOf(this.#prepared.flow.common.divisions);
    const provinces = new Map<string, Map<string, Division[]>>();
    for (const division of this.#prepared.flow.common.divisions) {
      const ofProvince = provinces.get(provinceOf(division.code)) ?? new Map<string, Division[]>();
      provinces.set(provinceOf(division.code), ofProvince);
      const key = this.#portraitOf(division);
      const alike = ofProvince.get(key) ?? [];
      if (alike.length < MOST_ALIKE) ofProvince.set(key, [...alike, division]);
    }
    const kinds = new Map<string, Division[][]>();
    for (const ofProvince of provinces.values()) {
      const kind = [...ofProvince.keys()].sort().join('\n');
      const alike = kinds.get(kind) ?? [];
      if (alike.length < MOST_ALIKE) kinds.set(kind, [...alike, [...ofProvince.values()].flat()]);
    }
    return [...kinds.values()].flat(2);
  }

  #portraitOf({ code, level }: Division): string {
    const { flow, use, space } = this.#prepared;
    const { common } = flow;
    const { provinceOf } = atlasOf(common.divisions);
    const facts = [...use.slots.map(({ fact }) => fact), ...(use.readsPool ? [POOL_FACT] : [])];
    const values = facts.map((fact) => factValue(common, fact, code, space.date)?.value);
    const groups = use.groups.map((group) => {
      const members = common.places.groups[group]?.members ?? [];
      return members.includes(code) || members.includes(provinceOf(code));
    });
    return JSON.stringify([level, values, groups, use.codes.includes(code)]);
  }
}
