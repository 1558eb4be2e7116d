import { type Atlas, atlasOf } from '../../engine/atlas.ts';
import { type CompiledFlow, compileFlow } from '../../engine/compile-flow.ts';
import { knowledgeOf } from '../../engine/knowledge.ts';
import { type Answers, UNSURE } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Division } from '../../model/place.ts';
import type { Prepared } from './build-space.ts';
import { answersOfCell, type Cell, knowledgeOfCell, narrowed, shareOf } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import { codesWithin } from './overlaid-cells.ts';
import { type PlaceTest, withPlaces } from './place-tests.ts';
import type { PlaceUse } from './place-use.ts';
import type { Example, Supposed, UnderOverlay } from './proof.ts';
import { supposedBy } from './supposed-facts.ts';
import { tellingDivisions } from './telling-divisions.ts';
import type { Work } from './work.ts';

/** So many places of a cell are tried for a real one. */
const MOST_TRIED = 30;

/** What an example is to show, and where. */
interface Wanted {
  readonly leaves: readonly Leaf[];
  readonly under: UnderOverlay | undefined;
}

/** Finds real places for examples that were found in the small world. */
export class RealPlaces {
  readonly #prepared: Prepared;
  readonly #compiled: CompiledFlow;
  readonly #work: Work;
  readonly #telling = new Map<PlaceUse, readonly Division[]>();

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
    this.#compiled = compileFlow(prepared.flow);
    this.#work = prepared.space.work;
  }

  /** One person of a cell, in real places for whom these tests and those of the tree come out the same. */
  exampleOf(
    cell: Cell,
    leaves: readonly Leaf[],
    under: UnderOverlay | undefined,
    date: CalendarDate,
  ): Example {
    let answers: Answers = answersOfCell(this.#prepared.space, cell);
    const supposes: Supposed[] = [];
    let hasRealPlaces = true;
    for (const use of this.#prepared.uses) {
      const found = this.#placesOf(cell, use, { leaves, under });
      answers = { ...answers, ...found.answers };
      supposes.push(...found.supposes);
      hasRealPlaces &&= found.isReal;
    }
    return { date, answers, exit: cell.path.exit, supposes, hasRealPlaces };
  }

  #placesOf(
    cell: Cell,
    use: PlaceUse,
    { leaves, under }: Wanted,
  ): { readonly answers: Answers; readonly supposes: readonly Supposed[]; readonly isReal: boolean } {
    const tests = this.#testsOf(use, [...this.#prepared.treeLeaves, ...leaves]);
    for (const one of this.#neighboursOf(cell, use)) {
      const answers = this.#search(one, use, tests, under);
      if (answers) return { answers, supposes: [], isReal: true };
    }
    const lying = tests.filter(({ real }) => !readsFact(real));
    const real = this.#search(cell, use, lying, under);
    const answers = real ?? this.#search(cell, use, [], under) ?? {};
    const supposes = supposedBy(this.#prepared, cell, answers, tests);
    return { answers, supposes, isReal: real !== undefined };
  }

  /** The cell with each of its places alone. */
  #neighboursOf(cell: Cell, use: PlaceUse): readonly Cell[] {
    const { space } = this.#prepared;
    const cluster = space.clusterOf.get(space.compiled.numberOf(use.questions[0]?.id ?? ''));
    const share = shareOf(cell, cluster);
    if (!share) return [cell];
    return share.selection.slice(0, MOST_TRIED).map((tuple) => narrowed(cell, share.cluster, [tuple]));
  }

  #testsOf(use: PlaceUse, leaves: readonly Leaf[]): readonly PlaceTest[] {
    const { space, world } = this.#prepared;
    const places = new Set(use.questions.map(({ id }) => space.compiled.numberOf(id)));
    return [...new Set(leaves)].flatMap((inWorld): PlaceTest[] => {
      if (!inWorld.condition || !inWorld.questions.some((one) => places.has(one))) return [];
      return [{ inWorld, real: world.restore(inWorld.condition) }];
    });
  }

  /** Real places, one for each asked, that lie to one another as in the small world and pass these tests. */
  #search(
    cell: Cell,
    use: PlaceUse,
    tests: readonly PlaceTest[],
    under: UnderOverlay | undefined,
  ): Answers | undefined {
    const { space, world, flow } = this.#prepared;
    const answers = answersOfCell(space, cell);
    const asked = use.questions.map(({ id }) => id).filter((id) => id in answers && answers[id] !== UNSURE);
    const states = [...knowledgeOfCell(cell).states];
    const wanted = tests.map(({ inWorld }) => inWorld.read(knowledgeOf(states, space.date)));
    const lie = layOf(
      asked.map((id) => String(answers[id])),
      atlasOf(world.flow.common.divisions),
    );
    const atlas = atlasOf(flow.common.divisions);
    const candidates = asked.map((id) => this.#candidatesFor(String(answers[id]), id, use, under));
    const passes = (codes: readonly string[]): boolean => {
      this.#work.spend(5 + tests.length);
      const real = withPlaces(this.#compiled, states, asked, codes);
      const knowledge = knowledgeOf(real, space.date);
      return tests.every((test, index) => this.#compiled.test(test.real)(knowledge) === wanted[index]);
    };
    const found = firstChoice(
      candidates,
      (codes) => {
        this.#work.spend(1);
        return layOf(codes, atlas).every((one, index) => one === lie[index]);
      },
      passes,
    );
    return found && Object.fromEntries(asked.map((id, index) => [id, found[index] ?? '']));
  }

  #candidatesFor(
    code: string,
    question: string,
    use: PlaceUse,
    under: UnderOverlay | undefined,
  ): readonly string[] {
    const { flow, world, space } = this.#prepared;
    const telling = this.#telling.get(use) ?? tellingDivisions(flow, use, space.date);
    this.#telling.set(use, telling);
    const within = under?.role === question ? codesWithin(this.#prepared, under.place) : undefined;
    const divisions = within ? flow.common.divisions.filter((one) => within.includes(one.code)) : telling;
    const isProvince = atlasOf(world.flow.common.divisions).isProvinceOnly(code);
    const fitting = divisions.filter(({ level }) => (level === 'province') === isProvince);
    return (fitting.length > 0 ? fitting : divisions).map((one) => one.code);
  }
}

/** Whether a test reads what a place's rules say, and not only where it lies. */
function readsFact(test: Condition): boolean {
  return test.kind === 'fact' || test.kind === 'unverified' || (test.kind === 'same' && test.at === 'pool');
}

/** For each of some places, the first that is the same, and the first that lies in the same province. */
function layOf(codes: readonly string[], { provinceOf }: Atlas): readonly string[] {
  const provinces = codes.map(provinceOf);
  return codes.map((code, index) => `${codes.indexOf(code)} ${provinces.indexOf(provinces[index] ?? '')}`);
}

/** The first choice of one from each list that passes, given up as soon as its beginning does not fit. */
function firstChoice(
  lists: readonly (readonly string[])[],
  fits: (beginning: readonly string[]) => boolean,
  passes: (choice: readonly string[]) => boolean,
  beginning: readonly string[] = [],
): readonly string[] | undefined {
  if (!fits(beginning)) return undefined;
  const [list, ...others] = lists;
  if (!list) return passes(beginning) ? beginning : undefined;
  for (const one of list) {
    const found = firstChoice(others, fits, passes, [...beginning, one]);
    if (found) return found;
  }
  return undefined;
}
