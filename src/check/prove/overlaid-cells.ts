import { atlasOf } from '../../engine/atlas.ts';
import { type CompiledFlow, compileFlow } from '../../engine/compile-flow.ts';
import { factValue } from '../../engine/fact-value.ts';
import { knowledgeOf } from '../../engine/knowledge.ts';
import type { Condition } from '../../model/condition.ts';
import type { Prepared } from './build-space.ts';
import { partsOf } from './build-space.ts';
import { type Cell, narrowed, shareOf } from './cell.ts';
import { leafConditionsIn } from './leaf-conditions.ts';
import type { UnderOverlay } from './proof.ts';
import type { Cluster, Selection, Tuple } from './space.ts';

/** How the tests of one place's facts and groups come out there; `undefined`: either way. */
type Portrait = readonly (string | undefined)[];

type PlaceTest = Extract<Condition, { kind: 'fact' | 'unverified' | 'same' }>;

/**
 * Those who may live in a place: of a cell, the answers in which the place has the facts that are
 * verified there. What nobody has verified there stays free.
 */
export class OverlaidCells {
  readonly #prepared: Prepared;
  readonly #cells: readonly Cell[];
  readonly #tests: readonly Condition[];
  readonly #known = new Map<string, readonly Cell[]>();

  constructor(prepared: Prepared, cells: readonly Cell[]) {
    this.#prepared = prepared;
    this.#cells = cells;
    this.#tests = leafConditionsIn(partsOf(prepared.flow));
  }

  /** The cells of the people in one place. */
  of({ place, role }: UnderOverlay): readonly Cell[] {
    const { flow, space } = this.#prepared;
    const number = space.compiled.numberOf(role);
    const cluster = space.clusterOf.get(number);
    if (!cluster) return [];
    const tests = this.#tests.filter((test): test is PlaceTest => isOfRole(test, role, flow.jurisdiction));
    space.work.spend(tests.length + flow.common.divisions.length / 8);
    const portraits = codesWithin(this.#prepared, place).map((code) => this.#real(code, role, tests));
    const key = `${role} ${JSON.stringify([...new Set(portraits.map((one) => JSON.stringify(one)))])}`;
    const known = this.#known.get(key) ?? this.#find(cluster, number, tests, portraits);
    this.#known.set(key, known);
    return known;
  }

  #find(
    cluster: Cluster,
    number: number,
    tests: readonly PlaceTest[],
    portraits: readonly Portrait[],
  ): readonly Cell[] {
    const at = cluster.questions.indexOf(number);
    const { work } = this.#prepared.space;
    work.spend(cluster.tuples.length * (tests.length + portraits.length) + this.#cells.length);
    const allowed = new Set<number>();
    for (const [index, tuple] of cluster.tuples.entries()) {
      if (tuple.states[at]?.kind !== 'value') continue;
      const portrait = this.#inWorld(tuple, cluster, tests);
      if (portraits.some((real) => matches(real, portrait))) allowed.add(index);
    }
    const known = new Map<Selection, Selection>();
    return this.#cells.flatMap((cell): Cell[] => {
      const selection = shareOf(cell, cluster)?.selection;
      if (!selection || !cell.path.states[number]) return [];
      const own = known.get(selection) ?? selection.filter((index) => allowed.has(index));
      known.set(selection, own);
      return own.length === 0 ? [] : [narrowed(cell, cluster, own)];
    });
  }

  #real(code: string, role: string, tests: readonly PlaceTest[]): Portrait {
    const { flow, space } = this.#prepared;
    const compiled = compileFlow(flow);
    const state = { kind: 'value', value: code, given: code } as const;
    const number = compiled.numberOf(role);
    const states = compiled.questions.map((one) => (one.number === number ? state : undefined));
    return tests.map((test) => {
      // Two places are in no group where one of them is not.
      if (test.kind === 'same') return isMember(compiled, test.at, code) ? undefined : 'no';
      if (!factValue(flow.common, test.fact, code, space.date)) return undefined;
      return compiled.test(test)(knowledgeOf(states, space.date));
    });
  }

  #inWorld({ states }: Tuple, cluster: Cluster, tests: readonly PlaceTest[]): Portrait {
    const { compiled, date } = this.#prepared.space;
    const all = compiled.questions.map(({ number }) => states[cluster.questions.indexOf(number)]);
    const isKnown = (question: string) => all[compiled.numberOf(question)]?.kind === 'value';
    return tests.map((test) => {
      if (test.kind === 'same' && !test.questions.every(isKnown)) return 'no';
      return compiled.test(test)(knowledgeOf(all, date));
    });
  }
}

/** A place and all that lies within it. */
export function codesWithin({ flow }: Prepared, place: string): readonly string[] {
  const { divisions } = flow.common;
  return [place, ...divisions.filter(({ parent }) => parent === place).map(({ code }) => code)];
}

function isOfRole(test: Condition, role: string, jurisdiction: string | undefined): boolean {
  if (test.kind === 'same') return typeof test.at === 'object' && test.questions.includes(role);
  return (test.kind === 'fact' || test.kind === 'unverified') && (test.of ?? jurisdiction) === role;
}

function isMember(
  { flow }: CompiledFlow,
  at: Extract<PlaceTest, { kind: 'same' }>['at'],
  code: string,
): boolean {
  const members = typeof at === 'object' ? (flow.common.places.groups[at.group]?.members ?? []) : [];
  return members.includes(code) || members.includes(atlasOf(flow.common.divisions).provinceOf(code));
}

function matches(real: Portrait, portrait: Portrait): boolean {
  return real.every((reading, index) => reading === undefined || reading === portrait[index]);
}
