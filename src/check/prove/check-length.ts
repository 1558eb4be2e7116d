import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Item } from '../../model/flow.ts';
import type { Cell, Effort } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Ledger } from './ledger.ts';
import { ABSENT, LISTED } from './listings.ts';
import { MOST_LINES, MOST_WARNINGS, type UnderOverlay } from './proof.ts';
import type { Proving } from './proving.ts';

/** The longest list found so far, and who gets it. */
export interface LongestList {
  count: number;
  cell: Cell | undefined;
  leaves: readonly Leaf[];
  date: CalendarDate;
  under: UnderOverlay | undefined;
}

/** More steps than this into one cell are not taken. */
const MOST_STEPS = 20_000;

interface Search {
  readonly proving: Proving;
  readonly effort: Effort;
  readonly longest: LongestList;
  steps: number;
}

/** Finds the longest checklists, of the nation and, where they are longer still, of places. */
export class LengthCheck {
  readonly lines: LongestList = nothing();
  readonly warnings: LongestList = nothing();

  /** Takes in the lines of one variant. */
  note(proving: Proving): void {
    const { items } = proving.variant;
    findLonger(proving, items, this.lines);
    findLonger(
      proving,
      items.filter(({ kind }) => kind === 'warning'),
      this.warnings,
    );
  }

  /** Reports what is too long to read. */
  report(ledger: Ledger): void {
    this.#report(ledger, this.lines, 'lines', MOST_LINES);
    this.#report(ledger, this.warnings, 'warnings', MOST_WARNINGS);
  }

  #report(ledger: Ledger, longest: LongestList, counted: 'lines' | 'warnings', most: number): void {
    const { count, cell, leaves, under, date } = longest;
    if (count <= most || !cell) return;
    ledger.date = date;
    const subject = { kind: 'flow' } as const;
    ledger.add({ code: 'too-long', subject, details: { counted, count }, under, shownBy: { cell, leaves } });
  }
}

function nothing(): LongestList {
  return { count: 0, cell: undefined, leaves: [], date: '', under: undefined };
}

function findLonger(proving: Proving, items: readonly Item[], longest: LongestList): void {
  const { ledger, listings } = proving;
  const effort = ledger.about({ kind: 'flow' });
  for (const cell of proving.cells) {
    const standings = items.map((item) => [item, listings.in(cell, item, effort)] as const);
    const certain = standings.filter(([, standing]) => (standing & ABSENT) === 0).length;
    const open = standings
      .filter(([, standing]) => standing & ABSENT && standing & LISTED)
      .map(([item]) => item);
    const search: Search = { proving, effort, longest, steps: 0 };
    if (certain + open.length <= longest.count) continue;
    lengthen(search, cell, certain, open);
    if (search.steps > MOST_STEPS) effort.onSample(2 ** open.length, MOST_STEPS);
  }
}

/** Tries the items that only some people of a cell get, listed before not listed. */
function lengthen(search: Search, cell: Cell, count: number, open: readonly Item[]): void {
  const { proving, effort, longest } = search;
  const { listings, variant } = proving;
  const [first, ...others] = open;
  if (count + open.length <= longest.count || search.steps++ > MOST_STEPS) return;
  if (!first) {
    const leaves = variant.items.flatMap((item) => listings.leavesOf(cell, item));
    Object.assign(longest, { count, cell, leaves, date: variant.date, under: variant.under });
    return;
  }
  const parts = [...listings.partsOf(cell, first, effort)].sort((a, b) => a.standing - b.standing);
  for (const part of parts) {
    lengthen(search, part.cell, count + (part.standing & LISTED ? 1 : 0), others);
  }
}
