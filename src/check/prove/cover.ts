import type { Item } from '../../model/flow.ts';
import type { Cell, Effort } from './cell.ts';
import type { Listings } from './listings.ts';

/** Items, and how one of them has to stand. */
export interface Wanted {
  readonly item: Item;
  readonly standing: number;
}

/** A part of a cell where none of these items stands as it should; `undefined` where there is none. */
export function findUncovered(
  listings: Listings,
  cell: Cell,
  wanted: readonly Wanted[],
  effort: Effort,
): Cell | undefined {
  const rest = wanted.filter(({ item, standing }) => (listings.in(cell, item, effort) & standing) !== 0);
  if (rest.some(({ item, standing }) => (listings.in(cell, item, effort) & ~standing) === 0))
    return undefined;
  return uncoveredBy(listings, cell, rest, effort);
}

function uncoveredBy(
  listings: Listings,
  cell: Cell,
  [first, ...others]: readonly Wanted[],
  effort: Effort,
): Cell | undefined {
  if (!first) return cell;
  for (const part of listings.partsOf(cell, first.item, effort)) {
    if ((part.standing & first.standing) !== 0) continue;
    const found = uncoveredBy(listings, part.cell, others, effort);
    if (found) return found;
  }
  return undefined;
}
