import type { FactDeclaration } from '../model/place.ts';
import { defined } from './defined.ts';
import { type CitationScope, needCitations } from './parse-citation.ts';
import { checkPeriod } from './parse-item.ts';
import { normalisePlaceCode } from './place-code.ts';
import { factSchema, toFact } from './plain-schemas.ts';
import { MapReader } from './read-map.ts';
import { readPlain } from './read-plain.ts';
import { checkId, readDate, readListOf, readMap, readString } from './read-value.ts';
import type { Book } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** Words that come after `at:`, and the field that every place has. */
const LEVELS = new Set(['city', 'province', 'pool']);

type Section = YamlNode | undefined;

/** Reads what the nation's file declares: facts, kinds of channel, groups of places. */
export function parseNation(
  sections: { facts: Section; channelKinds: Section; groups: Section },
  scope: CitationScope,
): Pick<Book, 'facts' | 'channelKinds' | 'groups'> {
  const { problems } = scope;
  const facts = new Map<string, FactDeclaration>();
  for (const entry of entriesOf(sections.facts)) {
    checkId(entry.key, entry.keyPosition, problems);
    const fact = parseFact(entry, scope);
    if (fact) facts.set(entry.key, fact);
  }
  const channelKinds = new Map<string, string>();
  for (const { key, keyPosition, value } of entriesOf(sections.channelKinds)) {
    checkId(key, keyPosition, problems);
    if (key === 'province' || facts.has(key)) problems.add(keyPosition, said.duplicateId(key));
    const name = readString(value, problems);
    if (name !== undefined) channelKinds.set(key, name);
  }
  const groups = new Map<string, { name: string; members: readonly string[] }>();
  for (const entry of entriesOf(sections.groups)) {
    checkId(entry.key, entry.keyPosition, problems);
    if (LEVELS.has(entry.key)) problems.add(entry.keyPosition, said.reservedId(entry.key));
    const group = parseGroup(entry, scope);
    if (group) groups.set(entry.key, group);
  }
  return { facts, channelKinds, groups };
}

function entriesOf(section: Section): MapEntry[] {
  return section?.kind === 'map' ? [...section.entries.values()] : [];
}

function parseFact(
  { key: id, keyPosition, value }: MapEntry,
  scope: CitationScope,
): FactDeclaration | undefined {
  const node = readMap(value, scope.problems);
  if (!node) return undefined;
  const rest: MapNode = { ...node, entries: new Map([...node.entries].filter(([key]) => key !== 'default')) };
  const plain = readPlain(factSchema, rest, scope.problems, keyPosition);
  if (!plain) return undefined;
  const fact = toFact(id, plain);
  const written = node.entries.get('default');
  return written ? defined({ ...fact, default: parseFactValue(written.value, fact, scope) }) : fact;
}

/** Reads `{value, from, until, sources}`. */
export function parseFactValue(node: YamlNode, { id, type }: FactDeclaration, scope: CitationScope) {
  const { problems } = scope;
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const value = map.need('value', (inner) => readFactValue(inner, id, type, problems));
  const from = map.read('from', readDate);
  const until = map.read('until', readDate);
  const sources = needCitations(map, scope);
  checkPeriod(map, defined({ from, until }), scope);
  map.finish();
  return value === undefined ? undefined : defined({ value, from, until, sources });
}

function readFactValue(
  node: YamlNode,
  id: string,
  type: FactDeclaration['type'],
  problems: CitationScope['problems'],
): string | number | undefined {
  if (type === 'number') {
    if (node.kind === 'scalar' && typeof node.value === 'number') return node.value;
    problems.add(node.position, said.factWantsNumber(id));
    return undefined;
  }
  if (type === 'yes-no' && node.kind === 'scalar' && typeof node.value === 'boolean') {
    problems.add(node.position, said.booleanForYesNo(node.value));
    return undefined;
  }
  if (type === 'yes-no' && node.kind === 'scalar' && typeof node.value === 'number') {
    problems.add(node.position, said.notOneOf(node.written, ['yes', 'no']));
    return undefined;
  }
  const text = readString(node, problems);
  if (type === 'yes-no' && text !== undefined && text !== 'yes' && text !== 'no') {
    problems.add(node.position, said.notOneOf(text, ['yes', 'no']));
    return undefined;
  }
  return text;
}

function parseGroup({ keyPosition, value }: MapEntry, scope: CitationScope) {
  const { problems, book } = scope;
  const node = readMap(value, problems);
  if (!node) return undefined;
  const map = new MapReader(node, problems, keyPosition);
  const name = map.need('name', readString) ?? '';
  const member = (item: YamlNode) => {
    const written = readString(item, problems);
    const code = written === undefined ? undefined : normalisePlaceCode(written, book.divisions);
    if (written !== undefined && code === undefined) problems.add(item.position, said.unknownPlace(written));
    return code;
  };
  const members = map.need('members', readListOf(member)) ?? [];
  map.finish();
  return { name, members };
}
