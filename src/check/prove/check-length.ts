import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Item } from '../../model/flow.ts';
import type { Cell, Effort } from './cell.ts';
import type { Leaf } from './leaf-book.ts';
import type { Ledger } from './ledger.ts';
import { ABSENT, LISTED } from './listings.ts';
import { longestOf, type OpenItem } from './longest-part.ts';
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

/** Finds the longest checklists, of the nation and, where they are longer still, of places. */
export class LengthCheck {
  readonly lines: LongestList = nothing();
  readonly warnings: LongestList = nothing();

  /** Takes in the lines of one variant. */
  note(proving: Proving): void {
    const { listings, ledger } = proving;
    const effort = ledger.about({ kind: 'flow' });
    for (const [exit, cells] of proving.byExit) {
      const items = proving.variant.items.filter((item) => listings.mayBeListed(item, exit));
      for (const cell of cells) this.#noteCell(proving, cell, items, effort);
    }
  }

  /** Reports what is too long to read. */
  report(ledger: Ledger): void {
    this.#report(ledger, this.lines, 'lines', MOST_LINES);
    this.#report(ledger, this.warnings, 'warnings', MOST_WARNINGS);
  }

  #noteCell(proving: Proving, cell: Cell, items: readonly Item[], effort: Effort): void {
    const found: OpenItem[] = [];
    let [certain, certainWarnings] = [0, 0];
    for (const item of items) {
      const standing = proving.listings.in(cell, item, effort);
      if ((standing & LISTED) === 0) continue;
      if (standing & ABSENT) found.push({ item, key: proving.listings.keyOf(cell, item) });
      else certain++;
      if ((standing & ABSENT) === 0 && item.kind === 'warning') certainWarnings++;
    }
    const warnings = found.filter(({ item }) => item.kind === 'warning');
    lengthen(proving, cell, certain, found, this.lines, effort);
    lengthen(proving, cell, certainWarnings, warnings, this.warnings, effort);
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

function lengthen(
  { listings, variant }: Proving,
  cell: Cell,
  certain: number,
  open: readonly OpenItem[],
  longest: LongestList,
  effort: Effort,
): void {
  if (certain + open.length <= longest.count) return;
  const best = longestOf(listings, cell, open, effort);
  const count = certain + best.count;
  if (count <= longest.count) return;
  const leaves = variant.items.flatMap((item) => listings.leavesOf(cell, item));
  Object.assign(longest, { count, cell: best.cell, leaves, date: variant.date, under: variant.under });
}
