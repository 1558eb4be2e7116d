import type { Item } from '../../model/flow.ts';
import type { Prepared } from './build-space.ts';
import type { Cell } from './cell.ts';
import type { Ledger } from './ledger.ts';
import type { Listings } from './listings.ts';
import type { Variant } from './variant.ts';

/** One set of lines, and everyone who may get a checklist of them. */
export interface Proving {
  readonly prepared: Prepared;
  readonly ledger: Ledger;
  readonly listings: Listings;
  readonly variant: Variant;
  /** Those whose path came to an exit. */
  readonly cells: readonly Cell[];
  /** Items that have not been checked already in the national lines. */
  readonly news: ReadonlySet<Item>;
}
