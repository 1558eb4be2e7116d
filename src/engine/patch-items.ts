import type { CalendarDate } from '../model/calendar-date.ts';
import type { Item, Outcome } from '../model/flow.ts';
import type { ItemAddition, ItemChange, OverlayChanges } from '../model/overlay.ts';
import { isInForce } from './in-force.ts';

/** Something of a flow as it holds in a person's places, and the code of the place it comes from. */
export interface Placed<T> {
  readonly what: T;
  readonly code: string;
}

/** Items after a patch: those in force of its removals, changes and additions, in this order. */
export function patchItems(
  items: readonly Placed<Item>[],
  { remove, change, add }: OverlayChanges,
  code: string,
  date: CalendarDate,
): Placed<Item>[] {
  const removals = remove.filter((one) => isInForce(one, date));
  const changes = change.filter((one) => isInForce(one, date));
  const changed = items
    .filter(({ what }) => !removals.some((one) => isSame(one, what)))
    .map((placed) =>
      changes
        .filter((one) => isSame(one, placed.what))
        .reduce((before, change) => changeItem(before, change, code), placed),
    );
  return addItems(
    changed,
    add.filter((one) => isInForce(one, date) && isInForce(one.item, date)),
    code,
  );
}

const unchanged = new WeakMap<Item, Map<string, Placed<Item>>>();

/** An item as it stands, of the place `code`: the same object for all people, so that its lines can be shared. */
export function placedItem(what: Item, code: string): Placed<Item> {
  const ofItem = unchanged.get(what) ?? new Map<string, Placed<Item>>();
  unchanged.set(what, ofItem);
  const placed = ofItem.get(code) ?? { what, code };
  ofItem.set(code, placed);
  return placed;
}

const changedBefore = new WeakMap<Placed<Item>, Map<ItemChange, Placed<Item>>>();

/** An item with a change of the place `code`; each change is made by one place. */
function changeItem(before: Placed<Item>, change: ItemChange, code: string): Placed<Item> {
  const ofItem = changedBefore.get(before) ?? new Map<ItemChange, Placed<Item>>();
  changedBefore.set(before, ofItem);
  const known = ofItem.get(change);
  if (known?.code === code) return known;
  const changed = { what: { ...before.what, ...change.set } as Item, code };
  ofItem.set(change, changed);
  return changed;
}

function isSame(a: Pick<Item, 'kind' | 'id'>, b: Pick<Item, 'kind' | 'id'>): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** Several items added after the same one keep their order. */
function addItems(
  items: readonly Placed<Item>[],
  additions: readonly ItemAddition[],
  code: string,
): Placed<Item>[] {
  const result = [...items];
  const lastAfter = new Map<string, Item>();
  for (const { item, after, before } of additions) {
    const anchor =
      (after === undefined ? undefined : lastAfter.get(`${item.kind} ${after}`)?.id) ?? after ?? before;
    const at = result.findIndex(({ what }) => what.kind === item.kind && what.id === anchor);
    const index = before === undefined ? at + 1 : at;
    result.splice(at < 0 ? result.length : index, 0, placedItem(item, code));
    if (after !== undefined) lastAfter.set(`${item.kind} ${after}`, item);
  }
  return result;
}

/** Outcomes after a patch. */
export function patchOutcomes(
  outcomes: ReadonlyMap<string, Placed<Outcome>>,
  changes: OverlayChanges,
  code: string,
  date: CalendarDate,
): Map<string, Placed<Outcome>> {
  const result = new Map(outcomes);
  for (const change of changes.outcomes) {
    const before = result.get(change.id);
    if (before && isInForce(change, date)) {
      result.set(change.id, { what: { ...before.what, ...change.set }, code });
    }
  }
  return result;
}
