import type { AnswerValue } from '../model/answers.ts';
import type { CaseDemand, CaseScope, FlowCase } from '../model/case.ts';
import { isCalendarDate, isCalendarMonth } from './calendar-form.ts';
import { MOST_CASES } from './limits.ts';
import { parseCaseAnswers } from './parse-case-answers.ts';
import { MapReader } from './read-map.ts';
import { checkId, readDate, readList, readListOf, readMap, readOneOf, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapNode, YamlNode } from './yaml-node.ts';

const SCOPES = ['steps', 'materials', 'not-needed', 'warnings', 'notes', 'outcome', 'all'] as const;

/** Reads a flow's cases. `scope` also knows the items that places add. */
export function parseCases(node: YamlNode, scope: Scope): FlowCase[] {
  const { problems } = scope;
  const written = readMap(node, problems);
  if (!written) return [];
  const map = new MapReader(written, problems);
  const list = map.need('cases', readList);
  map.finish();
  if (list && list.items.length > MOST_CASES) {
    problems.add(list.position, said.tooManyParts(MOST_CASES));
    return [];
  }
  const seen = new Set<string>();
  return (list?.items ?? []).flatMap((item) => {
    const found = readMap(item, problems);
    const parsed = found && parseCase(found, scope);
    if (parsed && seen.has(parsed.id)) problems.add(item.position, said.duplicateId(parsed.id));
    if (parsed) seen.add(parsed.id);
    return parsed ? [parsed] : [];
  });
}

function parseCase(node: MapNode, scope: Scope): FlowCase | undefined {
  const { problems, names } = scope;
  const map = new MapReader(node, problems);
  const id = map.need('id', readString);
  if (id !== undefined) checkId(id, map.at('id'), problems);
  const title = map.need('title', readString) ?? '';
  const persona = map.read('persona', readString);
  const date = map.read('date', readDate) ?? names.reviewed ?? '';
  const answers: Record<string, AnswerValue> =
    map.need('answers', (value) => parseCaseAnswers(value, scope)) ?? {};
  const outcome = map.need('outcome', (value) => parseOutcomeName(value, scope)) ?? '';
  const demands = (key: string) =>
    map.read(
      key,
      readListOf((value) => parseDemand(value, scope)),
    ) ?? [];
  const must = demands('must');
  const mustNot = demands('must-not');
  const because = map.read('because', (value) => parseBecause(value, scope)) ?? {};
  const dates = map.read('dates', (value) => parseDates(value, scope)) ?? {};
  map.finish();
  if (id === undefined) return undefined;
  const rest = { date, answers, outcome, must, mustNot, because, dates, position: node.position };
  return { id, title, ...(persona !== undefined && { persona }), ...rest };
}

function parseOutcomeName(node: YamlNode, { names, problems }: Scope): string | undefined {
  const name = readString(node, problems);
  if (name === undefined || names.outcomes.has(name)) return name;
  problems.add(node.position, said.unknownOutcome(name, names.outcomes.keys()));
  return undefined;
}

function parseItemName(node: YamlNode, scope: Scope): string | undefined {
  const id = readString(node, scope.problems);
  if (id === undefined) return undefined;
  return checkItem(id, node.position, scope) ? id : undefined;
}

function checkItem(id: string, position: YamlNode['position'], { names, problems }: Scope): boolean {
  if (names.items.has(id)) return true;
  problems.add(position, said.unknownItem(id, names.id, names.items.keys()));
  return false;
}

/** Reads `item-id`, `{item, status}`, `{text, in}` or `{item, text}`, any with `needs: places`. */
function parseDemand(node: YamlNode, scope: Scope): CaseDemand | undefined {
  const { problems } = scope;
  if (node.kind !== 'map') {
    const item = parseItemName(node, scope);
    return item === undefined ? undefined : { kind: 'item', item };
  }
  const map = new MapReader(node, problems);
  map.read('needs', readOneOf(['places']));
  const item = map.read('item', (value) => parseItemName(value, scope));
  const text = map.read('text', readString);
  const status = map.has('text') ? undefined : map.read('status', readOneOf(['required', 'possible']));
  const where: CaseScope | undefined = map.has('item') ? undefined : map.read('in', readOneOf(SCOPES));
  map.finish();
  if (!map.has('item') && !map.has('text')) problems.add(map.position, said.demandOfNothing());
  if (text !== undefined) return { kind: 'text', text, in: item === undefined ? (where ?? 'all') : { item } };
  if (item === undefined) return undefined;
  return { kind: 'item', item, ...(status && { status }) };
}

function parseBecause(node: YamlNode, scope: Scope): Record<string, string[]> | undefined {
  const { problems, names, book } = scope;
  const map = readMap(node, problems);
  if (!map) return undefined;
  const reason = (item: YamlNode) => {
    const name = readString(item, problems);
    if (name === undefined || names.questions.has(name) || book.facts.has(name)) return name;
    problems.add(item.position, said.unknownName(name, [...names.questions.keys(), ...book.facts.keys()]));
    return undefined;
  };
  const entries = [...map.entries.values()].flatMap(({ key, keyPosition, value }) => {
    if (!checkItem(key, keyPosition, scope)) return [];
    return [[key, readListOf(reason)(value, problems) ?? []] as const];
  });
  return Object.fromEntries(entries);
}

function parseDates(node: YamlNode, scope: Scope): Record<string, string> | undefined {
  const map = readMap(node, scope.problems);
  if (!map) return undefined;
  const entries = [...map.entries.values()].flatMap(({ key, keyPosition, value }) => {
    const date = readString(value, scope.problems);
    if (!checkItem(key, keyPosition, scope) || date === undefined) return [];
    const isDate = isCalendarDate(date) || isCalendarMonth(date);
    if (!isDate) scope.problems.add(value.position, said.wantsDate(date));
    return [[key, date] as const];
  });
  return Object.fromEntries(entries);
}
