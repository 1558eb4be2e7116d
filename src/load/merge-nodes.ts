import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/**
 * Lays one map over another: what the upper one has wins. Maps under the same key are merged in turn
 * down to `depth` levels; below that, and for all that is no map, the upper one replaces.
 */
export function mergeNodes(lower: MapNode, upper: MapNode, depth: number): MapNode {
  const entries = new Map(lower.entries);
  for (const [key, entry] of upper.entries) {
    const under = entries.get(key);
    entries.set(key, under ? mergeEntries(under, entry, depth - 1) : entry);
  }
  return { ...upper, entries };
}

function mergeEntries(lower: MapEntry, upper: MapEntry, depth: number): MapEntry {
  if (depth <= 0 || lower.value.kind !== 'map' || upper.value.kind !== 'map') return upper;
  return { ...upper, value: mergeNodes(lower.value, upper.value, depth) };
}

/** Lays an outside overlay of a flow over the built-in one, role by role and field by field. */
export function mergeOverlays(lower: YamlNode, upper: YamlNode): YamlNode {
  const below = overlaysOf(lower);
  const above = overlaysOf(upper);
  if (!below || !above) return upper;
  const merged = below.map((overlay) => {
    const over = above.find((candidate) => roleOf(candidate) === roleOf(overlay));
    return over ? mergeNodes(overlay, over, 4) : overlay;
  });
  const added = above.filter((overlay) => !below.some((other) => roleOf(other) === roleOf(overlay)));
  return { kind: 'list', items: [...merged, ...added], inline: false, position: upper.position };
}

function overlaysOf(node: YamlNode): MapNode[] | undefined {
  const nodes = node.kind === 'list' ? node.items : [node];
  const maps = nodes.filter((item) => item.kind === 'map');
  return maps.length === nodes.length ? maps : undefined;
}

function roleOf(overlay: MapNode): string | undefined {
  const value = overlay.entries.get('place')?.value;
  return value?.kind === 'scalar' ? String(value.value) : undefined;
}
