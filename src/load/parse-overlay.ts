import type { Overlay } from '../model/place.ts';
import type { ChangeConflicts } from './change-conflicts.ts';
import { defined } from './defined.ts';
import { type LoadedFlow, verifiedLines } from './load-flow.ts';
import { parseChanges } from './parse-changes.ts';
import { parsePlaceQuestion } from './parse-condition.ts';
import { MapReader } from './read-map.ts';
import { readMap } from './read-value.ts';
import type { FlowNames, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reads a place's overlay of a flow, or its list of them, one a role. */
export function parseOverlays(
  node: YamlNode,
  { flow, scope, derive }: LoadedFlow,
  conflicts: ChangeConflicts,
  existing: FlowNames['items'],
): Overlay[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  const verified = verifiedLines(flow.items, Object.values(flow.outcomes));
  return nodes.flatMap((item) => {
    const written = readMap(item, scope.problems);
    if (!written) return [];
    const map = new MapReader(written, scope.problems);
    const role = map.read('place', (value) => parsePlaceQuestion(value, scope));
    const about = role ?? scope.names.jurisdiction;
    if (about === undefined) scope.problems.add(map.position, said.overlayWithoutPlace(flow.id));
    const inner: Scope = { ...scope, ...(role !== undefined && { role }) };
    const changes = parseChanges(map, {
      scope: inner,
      derive,
      conflicts,
      ownSources: true,
      verified,
      existing,
    });
    map.finish();
    return [defined({ ...changes, role })];
  });
}
