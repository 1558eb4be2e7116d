import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import { type Channel, NATION } from '../model/place.ts';
import { atlasOf, placeChain } from './atlas.ts';
import { isInForce } from './in-force.ts';

/**
 * The ways in of one kind that a place offers for a flow on a day. A place without one uses its
 * province's, a province the nation's.
 */
export function channelsOf(
  { id, common }: Flow,
  kind: string,
  place: string | undefined,
  date: CalendarDate,
): readonly Channel[] {
  const chain = placeChain(atlasOf(common.divisions), place);
  for (const code of [...chain].reverse()) {
    const all = common.places.entries[code]?.channels[kind] ?? [];
    const usable = all.filter(
      (one) => isInForce(one, date) && (one.for === undefined || one.for.includes(id)),
    );
    if (usable.length > 0 || code === NATION) return usable;
  }
  return [];
}
