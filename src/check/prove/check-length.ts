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
    const [lines, warnings]: [Counted[], Counted[]] = [[], []];
    for (const [exit, cells] of proving.byExit) {
      const items = proving.variant.items.filter((item) => listings.mayBeListed(item, exit));
      for (const cell of cells) {
        const counted = countLines(proving, cell, items, effort);
        lines.push(counted);
        warnings.push(warningsOf(counted));
      }
    }
    lengthen(proving, lines, this.lines, effort);
    lengthen(proving, warnings, this.warnings, effort);
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

/** What the people of a cell get: lines that all of them do, and lines that only some do. */
interface Counted {
  readonly cell: Cell;
  readonly certain: readonly Item[];
  readonly open: readonly OpenItem[];
}

function countLines({ listings }: Proving, cell: Cell, items: readonly Item[], effort: Effort): Counted {
  const [certain, open]: [Item[], OpenItem[]] = [[], []];
  for (const item of items) {
    const standing = listings.standing(cell, item, effort);
    if ((standing.ways & LISTED) === 0) continue;
    if (standing.ways & ABSENT) open.push({ item, standing });
    else certain.push(item);
  }
  return { cell, certain, open };
}

function warningsOf({ cell, certain, open }: Counted): Counted {
  return {
    cell,
    certain: certain.filter(({ kind }) => kind === 'warning'),
    open: open.filter(({ item }) => item.kind === 'warning'),
  };
}

/** No more than this can anybody of a cell get. */
function mostOf({ certain, open }: Counted): number {
  return certain.length + open.length;
}

/**
 * Finds who gets the longest list of all. The cells where most may be had come first: what is found
 * there mostly rules out all others without a look. Of several with as many, the first one counts.
 */
function lengthen(
  { listings, variant }: Proving,
  all: readonly Counted[],
  longest: LongestList,
  effort: Effort,
): void {
  const hopeful = all.filter((one) => mostOf(one) > longest.count);
  const bestOf = ({ cell, certain, open }: Counted) => {
    const { count, cell: part } = longestOf(listings, cell, open, effort);
    return { count: certain.length + count, cell: part };
  };
  let most = longest.count;
  for (const one of hopeful.toSorted((a, b) => mostOf(b) - mostOf(a))) {
    if (mostOf(one) > most) most = Math.max(most, bestOf(one).count);
  }
  if (most === longest.count) return;
  for (const one of hopeful) {
    const best = mostOf(one) < most ? undefined : bestOf(one);
    if (best?.count !== most) continue;
    const leaves = variant.items.flatMap((item) => listings.leavesOf(one.cell, item));
    const { date, under } = variant;
    Object.assign(longest, { count: most, cell: best.cell, leaves, date, under } satisfies LongestList);
    return;
  }
}
