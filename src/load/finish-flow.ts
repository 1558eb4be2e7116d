import type { StoredFlow } from '../model/flow.ts';
import type { Overlay, PlaceBook } from '../model/place.ts';
import type { Citation } from '../model/source.ts';

/** What plain data of a flow mentions, wherever it stands. */
interface Mentions {
  readonly sources: Set<string>;
  readonly facts: Set<string>;
  /** Fields of places that texts print: channel kinds and facts. */
  readonly fields: Set<string>;
  readonly tables: Set<string>;
}

/** Cuts a flow's sources, terms and tables down to those that it, or a place for it, uses. */
export function finishFlow(
  flow: StoredFlow,
  terms: ReadonlyMap<string, string>,
  places: PlaceBook,
): StoredFlow {
  const { sources, terms: ownTerms, tables, ...rest } = flow;
  const overlays = Object.values(places.entries).flatMap(
    (entry): readonly Overlay[] => entry.overlays[flow.id] ?? [],
  );
  const found: Mentions = { sources: new Set(), facts: new Set(), fields: new Set(), tables: new Set() };
  collect([rest, overlays], found);
  for (const id of found.tables) collect(tables[id], found);
  collectFromPlaces(flow.id, places, found);
  const text = JSON.stringify([rest, overlays]);
  const known = [...terms, ...Object.entries(ownTerms)];
  return {
    ...rest,
    terms: Object.fromEntries(known.filter(([term]) => text.includes(term))),
    tables: pick(tables, found.tables),
    sources: pick(sources, found.sources),
  };
}

/** Channels and facts that the flow may print or test bring their own papers. */
function collectFromPlaces(flow: string, places: PlaceBook, found: Mentions): void {
  const facts = new Set([...found.facts, ...found.fields]);
  for (const { channels, facts: values } of Object.values(places.entries)) {
    for (const [kind, list] of Object.entries(channels)) {
      const ours = list.filter((channel) => channel.for === undefined || channel.for.includes(flow));
      if (found.fields.has(kind))
        addCitations(
          ours.flatMap(({ sources }) => sources),
          found,
        );
    }
    for (const [fact, list] of Object.entries(values)) {
      if (facts.has(fact))
        addCitations(
          list.flatMap(({ sources }) => sources),
          found,
        );
    }
  }
  for (const [id, { default: usual }] of Object.entries(places.facts)) {
    if (usual && facts.has(id)) addCitations(usual.sources, found);
  }
}

function addCitations(citations: readonly Citation[], { sources }: Mentions): void {
  for (const { source } of citations) sources.add(source);
}

function collect(value: unknown, found: Mentions): void {
  if (typeof value === 'string') {
    for (const [, field = ''] of value.matchAll(/<[^<>.]*\.([^<>]*)>/g)) found.fields.add(field);
  }
  if (typeof value !== 'object' || value === null) return;
  if ('source' in value && 'grade' in value) found.sources.add(String(value.source));
  if ('fact' in value) found.facts.add(String(value.fact));
  if ('table' in value) found.tables.add(String(value.table));
  for (const part of Object.values(value)) collect(part, found);
}

function pick<T>(all: Readonly<Record<string, T>>, wanted: ReadonlySet<string>): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => wanted.has(key)));
}
