import type { ItemKind } from '../model/flow.ts';
import type { Overlay } from '../model/place.ts';
import type { ChangeConflicts } from './change-conflicts.ts';
import { defined } from './defined.ts';
import { SECTION_NAMES, SECTIONS } from './item-fields.ts';
import { type LoadedFlow, verifiedLines } from './load-flow.ts';
import { parseChanges } from './parse-changes.ts';
import { parsePlaceQuestion } from './parse-condition.ts';
import { MapReader } from './read-map.ts';
import { readMap } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reads a place's overlay of a flow, or its list of them, one a role. */
export function parseOverlays(
  node: YamlNode,
  { flow, scope, derive }: LoadedFlow,
  conflicts: ChangeConflicts,
): Overlay[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  const verified = verifiedLines(flow.items, Object.values(flow.outcomes));
  return nodes.flatMap((item) => {
    const written = readMap(item, scope.problems);
    if (!written) return [];
    const map = new MapReader(written, scope.problems);
    const role = map.read('place', (value) => parsePlaceQuestion(value, scope));
    const about = role ?? flow.jurisdiction;
    if (about === undefined) scope.problems.add(map.position, said.overlayWithoutPlace(flow.id));
    const inner: Scope = { ...scope, ...(role !== undefined && { role }) };
    const changes = parseChanges(map, { scope: inner, derive, conflicts, ownSources: true, verified });
    map.finish();
    return [defined({ ...changes, role })];
  });
}

/** The ids that an overlay adds, which other places' overlays may then change. */
export function itemsAddedBy(node: YamlNode): [string, ItemKind][] {
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((overlay) => {
    const add = childOf(overlay, 'add');
    return SECTION_NAMES.flatMap((section) => {
      const items = add && childOf(add, section);
      const ids = items?.kind === 'map' ? [...items.entries.keys()] : [];
      return ids.map((id): [string, ItemKind] => [id, SECTIONS[section].kind]);
    });
  });
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined;
}
