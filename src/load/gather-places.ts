import type { Division } from '../model/place.ts';
import { NATION } from '../model/place.ts';
import { mergeNodes, mergeOverlays } from './merge-nodes.ts';
import { placeFileCode } from './place-code.ts';
import type { ProblemList } from './problem-list.ts';
import type { FlowFile } from './read-files.ts';
import { MapReader } from './read-map.ts';
import { readMap, readString } from './read-value.ts';
import { said } from './wording.ts';
import type { MapNode } from './yaml-node.ts';

/** A place's file by sections, not yet read. */
export interface PlaceFile {
  readonly code: string;
  readonly channels?: MapNode | undefined;
  readonly facts?: MapNode | undefined;
  readonly overlays?: MapNode | undefined;
  /** Papers of this place; any flow may cite them. */
  readonly sources?: MapNode | undefined;
  readonly channelKinds?: MapNode | undefined;
  readonly groups?: MapNode | undefined;
}

/** Finds each place's file; an outside one is laid over the built-in one, field by field. */
export function gatherPlaces(
  files: readonly FlowFile[],
  divisions: ReadonlyMap<string, Division>,
  problems: ProblemList,
): Map<string, PlaceFile> {
  const places = new Map<string, PlaceFile>();
  for (const outside of [false, true]) {
    const seen = new Set<string>();
    for (const { node } of files.filter((file) => file.role.kind === 'place' && file.outside === outside)) {
      const place = splitPlace(node, divisions, problems);
      if (!place) continue;
      if (seen.has(place.code)) problems.add(node.position, said.placeTwice(place.code));
      seen.add(place.code);
      const lower = places.get(place.code);
      places.set(place.code, lower ? mergePlaces(lower, place) : place);
    }
  }
  return places;
}

function splitPlace(
  node: MapNode,
  divisions: ReadonlyMap<string, Division>,
  problems: ProblemList,
): PlaceFile | undefined {
  const map = new MapReader(node, problems);
  const written = map.need('place', readString);
  const code = written === undefined ? undefined : placeFileCode(written, divisions);
  if (written !== undefined && code === undefined) {
    const position = map.node('place')?.position ?? map.position;
    const meant = [...divisions.values()].find((one) => one.name === written || one.short === written);
    problems.add(
      position,
      meant ? said.placeByName(written, meant.code.replace(/(?:00)+$/, '')) : said.unknownPlace(written),
    );
  }
  const sections = {
    channels: map.read('channels', readMap),
    facts: map.read('facts', readMap),
    overlays: map.read('overlays', readMap),
    sources: map.read('sources', readMap),
    ...(code === NATION && {
      channelKinds: map.read('channel-kinds', readMap),
      groups: map.read('groups', readMap),
    }),
  };
  map.finish();
  return code === undefined ? undefined : { code, ...sections };
}

function mergePlaces(lower: PlaceFile, upper: PlaceFile): PlaceFile {
  const merge = (a: MapNode | undefined, b: MapNode | undefined) => (a && b ? mergeNodes(a, b, 1) : (b ?? a));
  return {
    code: lower.code,
    channels: merge(lower.channels, upper.channels),
    facts: merge(lower.facts, upper.facts),
    sources: merge(lower.sources, upper.sources),
    channelKinds: merge(lower.channelKinds, upper.channelKinds),
    groups: merge(lower.groups, upper.groups),
    overlays: mergeFlowOverlays(lower.overlays, upper.overlays),
  };
}

function mergeFlowOverlays(lower: MapNode | undefined, upper: MapNode | undefined): MapNode | undefined {
  if (!lower || !upper) return upper ?? lower;
  const entries = new Map(lower.entries);
  for (const [flow, entry] of upper.entries) {
    const under = entries.get(flow);
    entries.set(flow, under ? { ...entry, value: mergeOverlays(under.value, entry.value) } : entry);
  }
  return { ...upper, entries };
}
