import { atlasOf, placeChain } from '../../engine/atlas.ts';
import { isInForce } from '../../engine/in-force.ts';
import { type Placed, patchItems, patchOutcomes } from '../../engine/patch-items.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow, Item, Outcome } from '../../model/flow.ts';
import type { OverlayChanges } from '../../model/overlay.ts';
import { NATION, type Overlay } from '../../model/place.ts';
import type { UnderOverlay } from './proof.ts';

/** A flow's lines as they hold on a day, for the whole nation or under one place's overlay. */
export interface Variant {
  readonly date: CalendarDate;
  readonly items: readonly Item[];
  readonly outcomes: ReadonlyMap<string, Outcome>;
  readonly under: UnderOverlay | undefined;
}

/** A flow's lines for the whole nation on a day. `flow` may be in a small world, `overlaid` is as it is. */
export function nationalVariant(flow: Flow, date: CalendarDate): Variant {
  const nation = flow.common.places.entries[NATION]?.overlays[flow.id] ?? [];
  const changes = flow.changes.filter((change) => isInForce(change, date));
  const base = {
    items: flow.items.filter((item) => isInForce(item, date)),
    outcomes: new Map(Object.values(flow.outcomes).map((one) => [one.id, one])),
  };
  return { date, under: undefined, ...patched(base, [...changes, ...nation], date) };
}

/** The national lines with the overlays of one place, and of its province, about one place question. */
export function overlaidVariant(
  national: Variant,
  flow: Flow,
  under: UnderOverlay,
  rewrite: <T>(part: T) => T,
): Variant {
  const atlas = atlasOf(flow.common.divisions);
  const overlays = placeChain(atlas, under.place)
    .filter((code) => code !== NATION)
    .flatMap((code) => flow.common.places.entries[code]?.overlays[flow.id] ?? [])
    .filter((overlay) => roleOf(flow, overlay) === under.role);
  return { ...national, under, ...patched(national, overlays.map(rewrite), national.date) };
}

/** Every place with overlays of a flow, and the place questions they are about. */
export function overlaysOf(flow: Flow): readonly UnderOverlay[] {
  return Object.values(flow.common.places.entries).flatMap(({ code, overlays }) => {
    if (code === NATION) return [];
    const roles = new Set((overlays[flow.id] ?? []).map((overlay) => roleOf(flow, overlay)));
    return [...roles].flatMap((role) => (role === undefined ? [] : [{ place: code, role }]));
  });
}

function roleOf(flow: Flow, { role }: Overlay): string | undefined {
  return role ?? flow.jurisdiction;
}

function patched(
  { items, outcomes }: Pick<Variant, 'items' | 'outcomes'>,
  patches: readonly OverlayChanges[],
  date: CalendarDate,
): Pick<Variant, 'items' | 'outcomes'> {
  let placedItems: Placed<Item>[] = items.map((what) => ({ what, code: NATION }));
  let placedOutcomes = new Map<string, Placed<Outcome>>(
    [...outcomes].map(([id, what]) => [id, { what, code: NATION }]),
  );
  for (const patch of patches) {
    placedItems = patchItems(placedItems, patch, NATION, date);
    placedOutcomes = patchOutcomes(placedOutcomes, patch, NATION, date);
  }
  return {
    items: placedItems.map(({ what }) => what),
    outcomes: new Map([...placedOutcomes].map(([id, { what }]) => [id, what])),
  };
}
