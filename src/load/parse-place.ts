import type { Channel, FactValue } from '../model/place.ts';
import { defined } from './defined.ts';
import { type CitationScope, needCitations } from './parse-citation.ts';
import { checkPeriod } from './parse-item.ts';
import { parseFactValue } from './parse-nation.ts';
import { parseFlowName } from './parse-outcome.ts';
import { MapReader } from './read-map.ts';
import { readDate, readList, readListOf, readMap, readString } from './read-value.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reads a place's channels, kind by kind. */
export function parseChannels(node: YamlNode | undefined, scope: CitationScope): Record<string, Channel[]> {
  const map = node && readMap(node, scope.problems);
  const channels: Record<string, Channel[]> = {};
  for (const { key, keyPosition, value } of map?.entries.values() ?? []) {
    const { channelKinds } = scope.book;
    if (!channelKinds.has(key)) {
      scope.problems.add(keyPosition, said.unknownChannelKind(key, channelKinds.keys()));
      continue;
    }
    channels[key] = readListOf((item) => parseChannel(item, scope))(value, scope.problems) ?? [];
  }
  return channels;
}

function parseChannel(node: YamlNode, scope: CitationScope): Channel | undefined {
  const { problems } = scope;
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const name = map.need('name', readString);
  const form = map.read('kind', readString);
  const flows = map.read(
    'for',
    readListOf((item) => parseFlowName(item, scope)),
  );
  const from = map.read('from', readDate);
  const until = map.read('until', readDate);
  const sources = needCitations(map, scope);
  checkPeriod(map, defined({ from, until }), scope);
  map.finish();
  return name === undefined ? undefined : defined({ name, form, for: flows, from, until, sources });
}

/** Reads a place's values of facts: one, or a list of dated ones. */
export function parseFacts(node: YamlNode | undefined, scope: CitationScope): Record<string, FactValue[]> {
  const map = node && readMap(node, scope.problems);
  const facts: Record<string, FactValue[]> = {};
  for (const { key, keyPosition, value } of map?.entries.values() ?? []) {
    const declared = scope.book.facts.get(key);
    if (!declared) {
      scope.problems.add(keyPosition, said.unknownFact(key, scope.book.facts.keys()));
      continue;
    }
    const items = value.kind === 'list' ? (readList(value, scope.problems)?.items ?? []) : [value];
    facts[key] = items.flatMap((item) => parseFactValue(item, declared, scope) ?? []);
    reportOverlaps(facts[key], key, keyPosition, scope);
  }
  return facts;
}

/** Two values of one fact in force together leave it open which holds. */
function reportOverlaps(
  values: readonly FactValue[],
  fact: string,
  position: YamlNode['position'],
  { problems }: CitationScope,
): void {
  const sorted = values.toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const overlaps = sorted.some((value, index) => {
    const next = sorted[index + 1];
    return next !== undefined && (value.until === undefined || value.until >= (next.from ?? ''));
  });
  if (overlaps) problems.add(position, said.factValuesOverlap(fact));
}
