import type { InForce } from './calendar-date.ts';
import type { Item, ItemKind, Outcome } from './flow.ts';
import type { Citation } from './source.ts';

/** Fields of an item that an overlay or dated change replaces; only those given change. */
export interface ItemChange extends InForce {
  readonly kind: ItemKind;
  readonly id: string;
  /** The replaced fields, already parsed. `sources` is always among them for a place. */
  readonly set: Partial<Omit<Item, 'kind' | 'id'>>;
}

/** An item that an overlay adds, and where. */
export interface ItemAddition extends InForce {
  readonly item: Item;
  readonly after?: string;
  readonly before?: string;
}

/** An item that an overlay removes, and why. */
export interface ItemRemoval extends InForce {
  readonly kind: ItemKind;
  readonly id: string;
  readonly why: string;
  readonly sources: readonly Citation[];
}

/** Fields of an outcome that are replaced. */
export interface OutcomeChange extends InForce {
  readonly id: string;
  readonly set: Partial<Omit<Outcome, 'id'>>;
}

/** A patch of a flow: what a place's overlay and a dated change have in common. */
export interface OverlayChanges {
  readonly add: readonly ItemAddition[];
  readonly change: readonly ItemChange[];
  readonly remove: readonly ItemRemoval[];
  readonly outcomes: readonly OutcomeChange[];
}

/** A dated patch of the flow itself. */
export interface DatedChange extends OverlayChanges {
  readonly from: string;
  readonly until?: string;
}
