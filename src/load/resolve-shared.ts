import type { ProblemList } from './problem-list.ts';
import { readString } from './read-value.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** What a flow may share, by the file it stands in. */
export type SharedKind = 'questions' | 'materials' | 'steps' | 'warnings';

/** Shared parts by kind and id. */
export type SharedParts = Readonly<Record<SharedKind, ReadonlyMap<string, MapEntry>>>;

const GROUNDS = ['sources', 'verify'];
const FIXED_KEYS: Record<SharedKind, readonly string[]> = {
  questions: ['type', 'options', 'at-least', 'none', 'min', 'max', 'unit'],
  materials: GROUNDS,
  steps: GROUNDS,
  warnings: GROUNDS,
};

/** Puts the shared part under an entry that says `use`, so that each line still knows its own file. */
function resolveUse(
  entry: MapEntry,
  kind: SharedKind | undefined,
  shared: SharedParts,
  problems: ProblemList,
): MapEntry {
  const { value } = entry;
  const use = value.kind === 'map' ? value.entries.get('use') : undefined;
  if (value.kind !== 'map' || !use || !kind) return entry;
  const own = new Map([...value.entries].filter(([key]) => key !== 'use'));
  const rest = { ...entry, value: { ...value, entries: own } };
  const base = findShared(entry, use, shared[kind], kind, problems);
  if (!base) return rest;
  for (const key of FIXED_KEYS[kind]) {
    const written = own.get(key);
    if (written) problems.add(written.keyPosition, said.fixedInShared(key));
    own.delete(key);
  }
  return { ...entry, value: { ...value, entries: new Map([...base.entries, ...own]) } };
}

function findShared(
  entry: MapEntry,
  use: MapEntry,
  parts: ReadonlyMap<string, MapEntry>,
  kind: SharedKind,
  problems: ProblemList,
): MapNode | undefined {
  const id = readString(use.value, problems);
  if (id === undefined) return undefined;
  const found = parts.get(id);
  if (!found) problems.add(use.value.position, said.unknownShared(id, kind, parts.keys()));
  else if (id !== entry.key) problems.add(use.value.position, said.useIsKey(id, entry.key));
  // The part that was probably meant, so that one slip does not look like ten.
  const part = found ?? parts.get(entry.key);
  return part?.value.kind === 'map' ? part.value : undefined;
}

/** The entries of a map under a key of the flow, with `use` resolved. */
export function sectionEntries(
  section: YamlNode | undefined,
  kind: SharedKind | undefined,
  shared: SharedParts,
  problems: ProblemList,
): MapEntry[] {
  if (section?.kind !== 'map') return [];
  return [...section.entries.values()].map((entry) => resolveUse(entry, kind, shared, problems));
}
