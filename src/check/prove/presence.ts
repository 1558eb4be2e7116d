import type { Item, ItemKind } from '../../model/flow.ts';
import { type Ledger, ofItem } from './ledger.ts';
import { ABSENT, LISTED } from './listings.ts';
import { cellsFor, type Proving } from './proving.ts';

/** At which exits an item was listed, and at which it was missing. */
interface Presence {
  readonly kind: ItemKind;
  readonly id: string;
  readonly listedAt: Set<string>;
  readonly absentAt: Set<string>;
  readonly testedAt: Set<string>;
  standing: number;
}

/** Remembers which items appear, over all days. */
export class Presences {
  readonly #all = new Map<string, Presence>();

  /** Takes in the lines of one variant. */
  note(proving: Proving): void {
    const { prepared, ledger, listings, variant } = proving;
    for (const item of variant.items) {
      const presence = this.#of(item);
      const effort = ledger.about(ofItem(item));
      for (const cell of cellsFor(proving, item)) {
        const exit = cell.path.exit ?? '';
        const standing = listings.in(cell, item, effort);
        presence.standing |= standing & LISTED;
        if (standing & LISTED) presence.listedAt.add(exit);
        if (standing & ABSENT) presence.absentAt.add(exit);
        if (prepared.book.ofCondition(item.when, exit).truth === undefined) presence.testedAt.add(exit);
      }
    }
  }

  /** Items on no checklist, and items with a condition that is true wherever they may be. */
  report(ledger: Ledger): void {
    for (const presence of this.#all.values()) {
      const common = { subject: ofItem(presence), details: {}, under: undefined, shownBy: undefined };
      if (presence.listedAt.size === 0) ledger.add({ ...common, code: 'item-never-listed' });
      else if (isAlways(presence)) ledger.add({ ...common, code: 'item-always-listed' });
    }
  }

  #of({ kind, id }: Item): Presence {
    const key = `${kind} ${id}`;
    const known = this.#all.get(key) ?? {
      kind,
      id,
      listedAt: new Set(),
      absentAt: new Set(),
      testedAt: new Set(),
      standing: 0,
    };
    this.#all.set(key, known);
    return known;
  }
}

/** Its condition is tested, and nowhere does it matter: not even between required and possible. */
function isAlways({ listedAt, absentAt, testedAt, standing }: Presence): boolean {
  const exits = [...listedAt];
  if (standing === LISTED) return false;
  return exits.some((exit) => testedAt.has(exit)) && exits.every((exit) => !absentAt.has(exit));
}

/** Items of an overlay that nobody in its place gets. */
export function checkOverlaidPresence(proving: Proving): void {
  const { ledger, listings, variant, news } = proving;
  for (const item of news) {
    const subject = ofItem(item);
    if (cellsFor(proving, item).some((cell) => listings.in(cell, item, ledger.about(subject)) & LISTED))
      continue;
    ledger.add({ code: 'item-never-listed', subject, details: {}, under: variant.under, shownBy: undefined });
  }
}
