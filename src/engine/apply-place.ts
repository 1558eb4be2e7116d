import type { CalendarDate } from '../model/calendar-date.ts';
import type { Item, Outcome } from '../model/flow.ts';
import type { OverlayChanges } from '../model/overlay.ts';
import { NATION, type Overlay } from '../model/place.ts';
import { placeChain } from './atlas.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { isInForce } from './in-force.ts';
import { type Knowledge, stateOf } from './knowledge.ts';
import { type Placed, patchItems, patchOutcomes } from './patch-items.ts';

/** A flow's items and outcomes as they hold for a person on a day. */
export interface AppliedFlow {
  readonly items: readonly Placed<Item>[];
  readonly outcomes: ReadonlyMap<string, Placed<Outcome>>;
}

/** A patch and the place that makes it. */
interface Patch {
  readonly changes: OverlayChanges;
  readonly code: string;
}

const MOST_KEPT = 1000;
const kept = new WeakMap<CompiledFlow, Map<string, AppliedFlow>>();
const roles = new WeakMap<CompiledFlow, readonly string[]>();

/**
 * The flow's items in the person's places: what is not in force is dropped, then the flow's own dated
 * changes apply, then the overlays of the nation, the provinces and the cities; a later one wins.
 */
export function applyPlace(compiled: CompiledFlow, knowledge: Knowledge): AppliedFlow {
  const places = placesOf(compiled, knowledge);
  const key = [knowledge.date, ...places.map(([role, code]) => `${role}=${code}`)].join(' ');
  const ofFlow = kept.get(compiled) ?? new Map<string, AppliedFlow>();
  kept.set(compiled, ofFlow);
  const known = ofFlow.get(key);
  if (known) return known;
  if (ofFlow.size >= MOST_KEPT) ofFlow.clear();
  const made = apply(compiled, places, knowledge.date);
  ofFlow.set(key, made);
  return made;
}

type RolePlace = readonly [role: string, code: string];

/** The place questions that some overlay of this flow is about, and the places answered. */
function placesOf(compiled: CompiledFlow, knowledge: Knowledge): RolePlace[] {
  return rolesOf(compiled).flatMap((role): RolePlace[] => {
    const state = stateOf(knowledge, compiled.numberOf(role));
    return state?.kind === 'value' ? [[role, String(state.value)]] : [];
  });
}

function rolesOf(compiled: CompiledFlow): readonly string[] {
  const known = roles.get(compiled);
  if (known) return known;
  const { flow } = compiled;
  const overlays = Object.values(flow.common.places.entries).flatMap(
    (entry) => entry.overlays[flow.id] ?? [],
  );
  const named = [flow.jurisdiction, ...overlays.map(({ role }) => role)];
  const found = [...new Set(named)].filter((role) => role !== undefined);
  roles.set(compiled, found);
  return found;
}

function apply(compiled: CompiledFlow, places: readonly RolePlace[], date: CalendarDate): AppliedFlow {
  const { flow } = compiled;
  let items = flow.items.filter((item) => isInForce(item, date)).map((what) => ({ what, code: NATION }));
  let outcomes = new Map(Object.values(flow.outcomes).map((what) => [what.id, { what, code: NATION }]));
  for (const { changes, code } of patchesFor(compiled, places, date)) {
    items = patchItems(items, changes, code, date);
    outcomes = patchOutcomes(outcomes, changes, code, date);
  }
  return { items, outcomes };
}

function patchesFor(compiled: CompiledFlow, places: readonly RolePlace[], date: CalendarDate): Patch[] {
  const { flow, atlas } = compiled;
  const overlaysAt = (code: string): readonly Overlay[] =>
    flow.common.places.entries[code]?.overlays[flow.id] ?? [];
  const local = (level: number) =>
    places.flatMap(([role, place]) => {
      const code = placeChain(atlas, place)[level];
      if (code === undefined) return [];
      const about = overlaysAt(code).filter((overlay) => (overlay.role ?? flow.jurisdiction) === role);
      return about.map((changes) => ({ changes, code }));
    });
  return [
    ...flow.changes.filter((change) => isInForce(change, date)).map((changes) => ({ changes, code: NATION })),
    ...overlaysAt(NATION).map((changes) => ({ changes, code: NATION })),
    ...local(1),
    ...local(2),
  ];
}
