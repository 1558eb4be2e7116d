import type { CalendarDate } from '../model/calendar-date.ts';
import type { Item, Outcome } from '../model/flow.ts';
import type { OverlayChanges } from '../model/overlay.ts';
import { NATION, type Overlay } from '../model/place.ts';
import { placeChain } from './atlas.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { isInForce } from './in-force.ts';
import { type Knowledge, stateOf } from './knowledge.ts';
import { type Placed, patchItems, patchOutcomes, placedItem } from './patch-items.ts';

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

type RolePlace = readonly [role: string, code: string];

/**
 * The flow's items in the person's places: what is not in force is dropped, then the flow's own dated
 * changes apply, then the overlays of the nation, the provinces and the cities; a later one wins.
 */
export function applyPlace(compiled: CompiledFlow, knowledge: Knowledge): AppliedFlow {
  // To find out who shares what takes longer than to make it, and many runs make one checklist.
  if (!appliedOnce.has(compiled)) {
    appliedOnce.add(compiled);
    return apply(compiled, placesOf(findRoles(compiled), knowledge), knowledge.date);
  }
  const ofFlow = localitiesOf(compiled);
  let key = eraOf(ofFlow, knowledge.date);
  for (const { question, patchers } of ofFlow.roles) {
    const state = stateOf(knowledge, question);
    key += ` ${state?.kind === 'value' ? (patchers.get(String(state.value)) ?? '') : ''}`;
  }
  const known = ofFlow.applied.get(key);
  if (known) return known;
  if (ofFlow.applied.size >= MOST_KEPT) ofFlow.applied.clear();
  const made = apply(compiled, placesOf(ofFlow.roles, knowledge), knowledge.date);
  ofFlow.applied.set(key, made);
  return made;
}

/** The slots on which it depends how a flow holds: the places that overlays are about, and the day. */
export function placeSlots(compiled: CompiledFlow): readonly number[] {
  const places = localitiesOf(compiled).roles.map(({ question }) => question);
  return [...places.filter((question) => question >= 0), compiled.numbering.dateSlot];
}

/** A place question that overlays are about. */
interface Role {
  readonly name: string;
  readonly question: number;
}

/** The same with the places whose rules differ: place -> the codes that patch. */
interface RoleByPlace extends Role {
  readonly patchers: ReadonlyMap<string, string>;
}

/** Days between which nothing of a flow comes into force or ends are one era. */
function eraOf({ starts, ends }: Localities, date: CalendarDate): string {
  let [started, ended] = [0, 0];
  for (const start of starts) if (start <= date) started += 1;
  for (const end of ends) if (end < date) ended += 1;
  return `${started}/${ended}`;
}

interface Boundaries {
  readonly starts: Set<CalendarDate>;
  readonly ends: Set<CalendarDate>;
}

/** Adds all days on which something in plain data begins or ends. */
function addBoundaries(value: object, found: Boundaries): void {
  for (const name in value) {
    const part: unknown = value[name as keyof typeof value];
    if (typeof part === 'object' && part !== null) addBoundaries(part, found);
    else if (typeof part !== 'string') continue;
    else if (name === 'from') found.starts.add(part);
    else if (name === 'until') found.ends.add(part);
  }
}

/** Where and when a flow differs. People in different places to which the same overlays apply share what is made. */
interface Localities {
  readonly roles: readonly RoleByPlace[];
  readonly applied: Map<string, AppliedFlow>;
  readonly starts: ReadonlySet<CalendarDate>;
  readonly ends: ReadonlySet<CalendarDate>;
}

const MOST_KEPT = 300;
const localities = new WeakMap<CompiledFlow, Localities>();
const appliedOnce = new WeakSet<CompiledFlow>();

function localitiesOf(compiled: CompiledFlow): Localities {
  const known = localities.get(compiled) ?? findLocalities(compiled);
  localities.set(compiled, known);
  return known;
}

function findLocalities(compiled: CompiledFlow): Localities {
  const { flow, atlas } = compiled;
  const { entries } = flow.common.places;
  const patches = (code: string, role: string) =>
    (entries[code]?.overlays[flow.id] ?? []).some((overlay) => (overlay.role ?? flow.jurisdiction) === role);
  const boundaries: Boundaries = { starts: new Set(), ends: new Set() };
  addBoundaries([flow.items, flow.changes, overlaysOf(compiled)], boundaries);
  const patchersOf = (role: string) =>
    atlas.divisions.map(({ code }): [string, string] => {
      const patchers = placeChain(atlas, code).slice(1);
      return [code, patchers.filter((one) => patches(one, role)).join()];
    });
  return {
    applied: new Map(),
    ...boundaries,
    roles: findRoles(compiled).map((role) => ({ ...role, patchers: new Map(patchersOf(role.name)) })),
  };
}

function overlaysOf({ flow }: CompiledFlow): readonly Overlay[] {
  return Object.values(flow.common.places.entries).flatMap((entry) => entry.overlays[flow.id] ?? []);
}

function findRoles(compiled: CompiledFlow): Role[] {
  const names = new Set([compiled.flow.jurisdiction, ...overlaysOf(compiled).map(({ role }) => role)]);
  return [...names].flatMap((name): Role[] =>
    name === undefined ? [] : [{ name, question: compiled.numberOf(name) }],
  );
}

/** The places answered that some overlay of this flow is about. */
function placesOf(roles: readonly Role[], knowledge: Knowledge): RolePlace[] {
  return roles.flatMap(({ name, question }): RolePlace[] => {
    const state = stateOf(knowledge, question);
    return state?.kind === 'value' ? [[name, String(state.value)]] : [];
  });
}

function apply(compiled: CompiledFlow, places: readonly RolePlace[], date: CalendarDate): AppliedFlow {
  const { flow } = compiled;
  let items = flow.items.filter((item) => isInForce(item, date)).map((item) => placedItem(item, NATION));
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
