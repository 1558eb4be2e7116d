import type { ChecklistItem } from './checklist.ts';
import type { ItemKind } from './flow.ts';

/** A line by its id alone. */
export interface DecidedItem {
  readonly kind: ItemKind;
  readonly id: string;
  readonly status: ChecklistItem['status'];
}

/** What a person's answers decide, without words, reasons and sources. */
export interface Decided {
  /** The questions on the path, in the order asked. */
  readonly asked: readonly string[];
  /** The question that is not answered; absent at an exit. */
  readonly next?: string;
  /** The outcome's id, once reached. */
  readonly exit?: string;
  /** The lines of the checklist: steps, materials, not-needed, warnings, notes; none before an exit. */
  readonly items: readonly DecidedItem[];
}
