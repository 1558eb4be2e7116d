import type { Derived, Item, ItemKind, Outcome } from '../model/flow.ts';
import type {
  ItemAddition,
  ItemChange,
  ItemRemoval,
  OutcomeChange,
  OverlayChanges,
} from '../model/overlay.ts';
import type { Citation } from '../model/source.ts';
import type { ChangeConflicts } from './change-conflicts.ts';
import { defined } from './defined.ts';
import { readItemFields, SECTION_NAMES, SECTIONS, type Section } from './item-fields.ts';
import { checkVerify, needCitations, readCitations, restsOnC } from './parse-citation.ts';
import { checkPeriod, parseItem, withDefaultOutcome } from './parse-item.ts';
import { parseText } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { readDate, readFlag, readMap, readString } from './read-value.ts';
import type { FlowNames, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

/** What a patch of a flow is read with. */
export interface ChangeContext {
  readonly scope: Scope;
  readonly derive: ReadonlyMap<string, Derived>;
  readonly conflicts: ChangeConflicts;
  /** A place's patch cites its own papers. */
  readonly ownSources: boolean;
  /** The flow's items and those added above or beside, by id. */
  readonly verified: ReadonlyMap<string, boolean>;
  /** The items that are there before this patch adds its own. */
  readonly existing: FlowNames['items'];
}

/** Reads `add`, `change`, `remove` and `outcomes` of a place's overlay or of a dated change. */
export function parseChanges(map: MapReader, context: ChangeContext): OverlayChanges {
  const { problems } = context.scope;
  const block = (key: string) => map.read(key, readMap);
  const add = sectionsOf(block('add'), problems, (section, entry) => parseAddition(section, entry, context));
  const change = sectionsOf(block('change'), problems, (section, entry) =>
    parseChange(section, entry, context),
  );
  const remove = sectionsOf(block('remove'), problems, (section, entry) =>
    parseRemoval(section, entry, context),
  );
  const outcomes = [...(block('outcomes')?.entries.values() ?? [])].flatMap(
    (entry) => parseOutcomeChange(entry, context) ?? [],
  );
  return { add, change, remove, outcomes };
}

function sectionsOf<T>(
  block: YamlNode | undefined,
  problems: Scope['problems'],
  parse: (section: Section, entry: MapEntry) => T | undefined,
): T[] {
  if (block?.kind !== 'map') return [];
  const map = new MapReader(block, problems);
  const parsed = SECTION_NAMES.flatMap((section) =>
    [...(map.read(section, readMap)?.entries.values() ?? [])].flatMap((entry) => parse(section, entry) ?? []),
  );
  map.finish();
  return parsed;
}

function parseAddition(section: Section, entry: MapEntry, context: ChangeContext): ItemAddition | undefined {
  const { scope, derive, conflicts } = context;
  const { kind } = SECTIONS[section];
  let after: string | undefined;
  let before: string | undefined;
  const item = parseItem(section, entry, scope, derive, (map) => {
    const anchor = (node: YamlNode) => parseItemName(node, kind, scope);
    after = map.read('after', anchor);
    before = map.read('before', anchor);
    if (map.has('after') && map.has('before'))
      scope.problems.add(map.at('before'), said.keysExclude('after', 'before'));
  });
  if (!item) return undefined;
  const taken = context.existing.get(entry.key);
  if (taken && !isPair(kind, taken)) scope.problems.add(entry.keyPosition, said.duplicateId(entry.key));
  conflicts.add('add', kind, entry.key, item, entry.keyPosition);
  const { from, until } = item;
  return defined({ item, after, before, from, until });
}

/** A not-needed item may be a material's other side. */
function isPair(kind: ItemKind, taken: ReadonlySet<ItemKind>): boolean {
  const [only] = taken;
  return taken.size === 1 && [kind, only].toSorted().join() === 'material,not-needed';
}

function parseItemName(node: YamlNode, kind: ItemKind, scope: Scope): string | undefined {
  const id = readString(node, scope.problems);
  if (id === undefined) return undefined;
  return checkItem(id, kind, node.position, scope) ? id : undefined;
}

function checkItem(id: string, kind: ItemKind, position: YamlNode['position'], scope: Scope): boolean {
  const { items } = scope.names;
  if (items.get(id)?.has(kind)) return true;
  const known = [...items].filter(([, kinds]) => kinds.has(kind)).map(([name]) => name);
  scope.problems.add(position, said.unknownItem(id, scope.names.id, known));
  return false;
}

function parseChange(section: Section, entry: MapEntry, context: ChangeContext): ItemChange | undefined {
  const { scope, derive, conflicts, ownSources } = context;
  const { kind } = SECTIONS[section];
  const node = readMap(entry.value, scope.problems);
  if (!checkItem(entry.key, kind, entry.keyPosition, scope) || !node) return undefined;
  const map = new MapReader(node, scope.problems, entry.keyPosition);
  const { from, until, ...fields } = readItemFields(section, map, scope);
  checkPeriod(map, defined({ from, until }), scope);
  const sources = ownSources ? needCitations(map, scope) : fields.sources;
  map.finish();
  const wasVerify = context.verified.get(entry.key);
  checkVerify(sources ?? [], fields.verify ?? wasVerify, map.at('sources'), scope);
  const when = fields.when && withDefaultOutcome(fields.when, scope, derive, entry.keyPosition);
  const verify = newVerify(fields.verify, wasVerify, sources, scope);
  const set: Partial<Omit<Item, 'kind' | 'id'>> = defined({ ...fields, when, sources, verify });
  for (const field of Object.keys(set)) {
    if (field !== 'sources' && field !== 'verify')
      conflicts.add(field, kind, entry.key, { from, until }, entry.keyPosition);
  }
  return defined({ kind, id: entry.key, set, from, until });
}

/** New papers that are better than C end the mark that the old ones made. */
function newVerify(
  written: boolean | undefined,
  before: boolean | undefined,
  sources: readonly Citation[] | undefined,
  scope: Scope,
): boolean | undefined {
  if (written !== undefined || !before || !sources) return written;
  return restsOnC(sources, scope) ? undefined : false;
}

function parseRemoval(section: Section, entry: MapEntry, context: ChangeContext): ItemRemoval | undefined {
  const { scope, ownSources } = context;
  const { kind } = SECTIONS[section];
  const node = readMap(entry.value, scope.problems);
  if (!checkItem(entry.key, kind, entry.keyPosition, scope) || !node) return undefined;
  const map = new MapReader(node, scope.problems, entry.keyPosition);
  const why = map.need('why', readString) ?? '';
  const sources = removalSources(map, ownSources, scope);
  const from = map.read('from', readDate);
  const until = map.read('until', readDate);
  checkPeriod(map, defined({ from, until }), scope);
  map.finish();
  return defined({ kind, id: entry.key, why, sources, from, until });
}

function removalSources(map: MapReader, ownSources: boolean, scope: Scope): Citation[] {
  return ownSources ? needCitations(map, scope) : (readCitations(map, scope) ?? []);
}

function parseOutcomeChange(entry: MapEntry, context: ChangeContext): OutcomeChange | undefined {
  const { scope, conflicts, ownSources } = context;
  const { outcomes } = scope.names;
  const node = readMap(entry.value, scope.problems);
  if (!outcomes.has(entry.key)) {
    scope.problems.add(entry.keyPosition, said.unknownOutcome(entry.key, outcomes.keys()));
    return undefined;
  }
  if (!node) return undefined;
  const map = new MapReader(node, scope.problems, entry.keyPosition);
  const text = (value: YamlNode) => parseText(value, scope);
  const title = map.read('title', text);
  const say = map.read('say', text);
  const verify = map.read('verify', readFlag);
  const sources = ownSources ? needCitations(map, scope) : readCitations(map, scope);
  const from = map.read('from', readDate);
  const until = map.read('until', readDate);
  checkPeriod(map, defined({ from, until }), scope);
  map.finish();
  const wasVerify = context.verified.get(`outcome ${entry.key}`);
  checkVerify(sources ?? [], verify ?? wasVerify, map.at('sources'), scope);
  const set: Partial<Omit<Outcome, 'id'>> = defined({
    title,
    say,
    verify: newVerify(verify, wasVerify, sources, scope),
    sources,
  });
  for (const field of Object.keys(set)) {
    if (field !== 'sources' && field !== 'verify')
      conflicts.add(field, 'outcome', entry.key, { from, until }, entry.keyPosition);
  }
  return defined({ id: entry.key, set, from, until });
}
