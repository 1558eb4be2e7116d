import type { Item } from '../../model/flow.ts';
import type { Prepared } from './build-space.ts';
import type { Cell } from './cell.ts';
import type { CellKeys } from './cell-keys.ts';
import type { Ledger } from './ledger.ts';
import type { Listings } from './listings.ts';
import { groupBy } from './space.ts';
import type { Variant } from './variant.ts';

/** One set of lines, and everyone who may get a checklist of them. */
export interface Proving {
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  readonly listings: Listings;
  readonly keys: CellKeys;
  readonly variant: Variant;
  /** Those whose path came to an exit. */
  readonly cells: readonly Cell[];
  /** The same, exit by exit. */
  readonly byExit: ReadonlyMap<string, readonly Cell[]>;
  /** Items that have not been checked already in the national lines. */
  readonly news: ReadonlySet<Item>;
  /** Whether some line may be gone, or be listed less often, than among the national lines. */
  readonly hasLosses: boolean;
  /** Whether some line may be new, or be listed more often. */
  readonly hasGains: boolean;
}

/** Those who may get an item, as far as the exit tells. */
export function cellsFor({ byExit, listings }: Proving, item: Item): readonly Cell[] {
  listings.work.spend(1);
  return [...byExit].flatMap(([exit, cells]) => (listings.mayBeListed(item, exit) ? cells : []));
}

/** Cells by the exit they came to. */
export function groupByExit(cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> {
  const exitOf = ({ path }: Cell): string => path.exit ?? '';
  return new Map(groupBy(cells, exitOf).flatMap((group) => (group[0] ? [[exitOf(group[0]), group]] : [])));
}

/** What of a place's lines is other than in the national ones; without those, all is new. */
export function differences(
  variant: Variant,
  national: Variant | undefined,
): Pick<Proving, 'news' | 'hasLosses' | 'hasGains'> {
  if (!national) return { news: new Set(variant.items), hasLosses: true, hasGains: true };
  const holds = (items: readonly Item[], one: Item): boolean =>
    items.includes(one) || items.some((other) => isListedAlike(other, one));
  return {
    news: new Set(variant.items.filter((item) => !national.items.includes(item))),
    hasLosses:
      national.items.some((item) => !holds(variant.items, item)) ||
      [...variant.outcomes].some(([id, { verdict }]) => verdict !== national.outcomes.get(id)?.verdict),
    hasGains: variant.items.some((item) => !holds(national.items, item)),
  };
}

/** Whether two forms of an item stand on the same checklists, in the same way. */
function isListedAlike(a: Item, b: Item): boolean {
  return (
    a.kind === b.kind &&
    a.id === b.id &&
    a.when === b.when &&
    a.optional === b.optional &&
    a.inCase === b.inCase
  );
}
