import type { CommonData, Flow, StoredFlow } from '../model/flow.ts';
import type { Overlay, PlaceEntry } from '../model/place.ts';

/** What a flow's built file holds: the flow, and by the code of a place what that place changes in it. */
export interface BuiltFlow extends StoredFlow {
  readonly overlays: Readonly<Record<string, readonly Overlay[]>>;
}

/** What the built file of all flows holds: the places without what they change in any flow. */
export type BuiltCommon = Omit<CommonData, 'divisions'>;

/** Gives each flow what places change in it: a run of one flow reads nothing of the others. */
export function splitByFlow(loaded: { readonly flows: readonly StoredFlow[]; readonly common: CommonData }): {
  readonly common: BuiltCommon;
  readonly flows: readonly BuiltFlow[];
} {
  const { divisions: _, places, ...common } = loaded.common;
  const entries = Object.values(places.entries);
  const overlaysOf = (id: string) =>
    entries.flatMap(({ code, overlays }) => (overlays[id] ? [[code, overlays[id]] as const] : []));
  return {
    common: { ...common, places: { ...places, entries: mapEntries(entries, () => ({})) } },
    flows: loaded.flows.map((flow) => ({ ...flow, overlays: Object.fromEntries(overlaysOf(flow.id)) })),
  };
}

/** Puts a flow and what all flows share together again. */
export function joinFlow({ overlays, ...flow }: BuiltFlow, common: CommonData): Flow {
  const entries = mapEntries(Object.values(common.places.entries), ({ code }) => {
    const own = overlays[code];
    return own ? { [flow.id]: own } : {};
  });
  return { ...flow, common: { ...common, places: { ...common.places, entries } } };
}

function mapEntries(
  entries: readonly PlaceEntry[],
  overlaysOf: (entry: PlaceEntry) => PlaceEntry['overlays'],
): Record<string, PlaceEntry> {
  return Object.fromEntries(entries.map((entry) => [entry.code, { ...entry, overlays: overlaysOf(entry) }]));
}
