import { NATION } from '../model/place.ts';
import type { FlowPositions } from '../model/problem.ts';
import type { PlaceFile } from './gather-places.ts';
import { entriesOf, PositionRecorder } from './position-recorder.ts';
import type { MapNode } from './yaml-node.ts';

/** Where stands what all flows share: sources, terms, facts and channels. */
export function commonPositions(
  sources: MapNode['entries'],
  terms: MapNode['entries'],
  places: Iterable<PlaceFile>,
): FlowPositions {
  const recorder = new PositionRecorder();
  for (const entry of sources.values()) recorder.entry(`source/${entry.key}`, entry);
  for (const entry of terms.values()) recorder.entry(`term/${entry.key}`, entry);
  for (const { code, facts, channels, sources: own } of places) {
    for (const entry of entriesOf(own)) recorder.entry(`source/${entry.key}`, entry);
    for (const entry of entriesOf(facts)) {
      recorder.entry(code === NATION ? `fact/${entry.key}` : `fact/${code}/${entry.key}`, entry);
    }
    for (const entry of entriesOf(channels)) recorder.entry(`channel/${code}/${entry.key}`, entry);
  }
  return recorder.positions;
}
