import type { ItemKind } from '../model/flow.ts';
import { NATION, type Overlay, type PlaceBook, type PlaceEntry } from '../model/place.ts';
import { ChangeConflicts } from './change-conflicts.ts';
import type { PlaceFile } from './gather-places.ts';
import { itemsAddedBy } from './items-added.ts';
import type { LoadedFlow } from './load-flow.ts';
import type { CitationScope } from './parse-citation.ts';
import { parseOverlays } from './parse-overlay.ts';
import { parseChannels, parseFacts } from './parse-place.ts';
import type { Book, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry } from './yaml-node.ts';

type PlaceFiles = ReadonlyMap<string, PlaceFile>;

/** Reads every place's channels, facts and overlays. */
export function loadPlaces(
  files: PlaceFiles,
  flows: ReadonlyMap<string, LoadedFlow>,
  scope: CitationScope,
): PlaceBook {
  const { book } = scope;
  const entries = [...files.values()].map((file): PlaceEntry => {
    const { code } = file;
    const inPlace = code === NATION ? scope : { ...scope, place: code };
    const channels = parseChannels(file.channels, inPlace);
    // The nation declares facts; what it says of them is their default.
    const facts = code === NATION ? {} : parseFacts(file.facts, inPlace);
    return { code, channels, facts, overlays: loadOverlays(file, files, flows, scope) };
  });
  reportMissingChannels(files.get(NATION), scope);
  return {
    facts: Object.fromEntries(book.facts),
    channelKinds: Object.fromEntries(book.channelKinds),
    groups: Object.fromEntries(book.groups),
    entries: Object.fromEntries(entries.map((entry) => [entry.code, entry])),
  };
}

/** Every kind of channel has a national one, for the places without their own. */
function reportMissingChannels(nation: PlaceFile | undefined, { problems }: CitationScope): void {
  for (const { key, keyPosition } of nation?.channelKinds?.entries.values() ?? []) {
    if (!nation?.channels?.entries.has(key)) problems.add(keyPosition, said.channelWithoutNation(key));
  }
}

function loadOverlays(
  file: PlaceFile,
  files: PlaceFiles,
  flows: ReadonlyMap<string, LoadedFlow>,
  { problems, book }: CitationScope,
): Record<string, Overlay[]> {
  const overlays: Record<string, Overlay[]> = {};
  for (const { key, keyPosition, value } of file.overlays?.entries.values() ?? []) {
    const loaded = flows.get(key);
    if (!loaded) {
      if (!book.unreadable.has(key)) problems.add(keyPosition, said.unknownFlow(key, flows.keys()));
      continue;
    }
    const above = placesAbove(file.code, book).flatMap((code) => files.get(code) ?? []);
    const before = withAddedItems(loaded.scope, overlaysOf(key, above));
    const scope = withAddedItems(before, overlaysOf(key, [file]));
    const place = file.code === NATION ? {} : { place: file.code };
    const conflicts = new ChangeConflicts(problems);
    const inPlace = { ...loaded, scope: { ...scope, ...place } };
    overlays[key] = parseOverlays(value, inPlace, conflicts, before.names.items);
  }
  return overlays;
}

function placesAbove(code: string, { divisions }: Book): string[] {
  const parent = divisions.get(code)?.parent;
  if (code === NATION) return [];
  return parent === undefined ? [NATION] : [NATION, parent];
}

/** A flow's overlays in some places' files. */
export function overlaysOf(flow: string, files: Iterable<PlaceFile>): MapEntry[] {
  return [...files].flatMap(({ overlays }) => overlays?.entries.get(flow) ?? []);
}

/** The same scope where the items that overlays add are known too. */
export function withAddedItems(scope: Scope, overlays: readonly MapEntry[]): Scope {
  const items = new Map<string, ReadonlySet<ItemKind>>(scope.names.items);
  for (const { value } of overlays) {
    for (const [id, kind] of itemsAddedBy(value)) items.set(id, new Set([...(items.get(id) ?? []), kind]));
  }
  return { ...scope, names: { ...scope.names, items } };
}
