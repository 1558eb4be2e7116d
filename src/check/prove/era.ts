import { factValue } from '../../engine/fact-value.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import { type Prepared, prepare } from './build-space.ts';
import type { Cell } from './cell.ts';
import { CellKeys } from './cell-keys.ts';
import { Listings } from './listings.ts';
import { OverlaidCells } from './overlaid-cells.ts';
import { RealPlaces } from './real-places.ts';
import { type TreeWalk, walkTree } from './walk-tree.ts';
import type { Work } from './work.ts';

/** Days on which facts have the same national values: tree and answers are the same on all of them. */
export interface Era {
  readonly prepared: Prepared;
  readonly walk: TreeWalk;
  /** The cells that came to an exit, the shortest paths first. */
  readonly cells: readonly Cell[];
  readonly keys: CellKeys;
  readonly listings: Listings;
  readonly overlaid: OverlaidCells;
  readonly places: RealPlaces;
}

/** The eras of a flow, each looked into once. */
export class Eras {
  readonly #flow: Flow;
  readonly #work: Work;
  readonly #known = new Map<string, Era>();

  constructor(flow: Flow, work: Work) {
    this.#flow = flow;
    this.#work = work;
  }

  /** The era of a day. */
  at(date: CalendarDate): Era {
    const { common } = this.#flow;
    const defaults = Object.keys(common.places.facts).map(
      (fact) => factValue(common, fact, undefined, date)?.value,
    );
    const key = JSON.stringify(defaults);
    const era = this.#known.get(key) ?? makeEra(this.#flow, date, this.#work);
    this.#known.set(key, era);
    return era;
  }

  all(): readonly Era[] {
    return [...this.#known.values()];
  }

  /** The era in which a cell was found. */
  of(cell: Cell): Era | undefined {
    return this.all().find(({ prepared }) => prepared.space.compiled === cell.path.compiled);
  }
}

function makeEra(flow: Flow, date: CalendarDate, work: Work): Era {
  const prepared = prepare(flow, date, work);
  const walk = walkTree(prepared);
  const keys = new CellKeys(prepared.space);
  const cells = walk.cells
    .filter(({ path }) => path.exit !== undefined)
    .sort((a, b) => a.path.asked.length - b.path.asked.length);
  return {
    prepared,
    walk,
    cells,
    keys,
    listings: new Listings(prepared, keys),
    overlaid: new OverlaidCells(prepared, cells),
    places: new RealPlaces(prepared),
  };
}
