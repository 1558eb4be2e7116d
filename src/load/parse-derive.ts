import type { Condition } from '../model/condition.ts';
import type { Derived } from '../model/flow.ts';
import { derivedNamesIn, valueInputs } from './condition-leaves.ts';
import { MOST_MONTHS } from './limits.ts';
import { parseCondition } from './parse-condition.ts';
import { checkLastRow } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { checkId, type Reader, readList, readMap, readNumber, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** The folder name that a lookup writes before its table's id. */
export const TABLE_PREFIX = 'tables/';

type Row = { readonly when?: Condition; readonly is: string | number };

/** Reads a derived name: a condition, a first match, months between, a lookup or a month plus some. */
export function parseDerived({ key, keyPosition, value }: MapEntry, scope: Scope): Derived | undefined {
  checkId(key, keyPosition, scope.problems);
  if (value.kind === 'list') return parseFirstMatch(value, scope);
  if (value.kind === 'map') {
    if (value.entries.has('months-between')) return parseMonthsBetween(value, scope);
    if (value.entries.has('lookup')) return parseLookupValue(value, scope);
    if (value.entries.has('month')) return parseMonthPlus(value, scope);
  }
  const when = parseCondition(value, scope);
  return when && { kind: 'condition', when };
}

function parseFirstMatch(node: YamlNode, scope: Scope): Derived | undefined {
  const items = readList(node, scope.problems)?.items ?? [];
  if (items.length === 0) scope.problems.add(node.position, said.emptyValue());
  const rows = items.flatMap((item, index): Row[] => {
    const written = readMap(item, scope.problems);
    if (!written) return [];
    const map = new MapReader(written, scope.problems);
    const when = map.read('when', (value) => parseCondition(value, scope));
    const is = map.need('is', readTextOrNumber);
    checkLastRow(map, index === items.length - 1, scope);
    map.finish();
    return is === undefined ? [] : [{ ...(when && { when }), is }];
  });
  return { kind: 'first-match', rows };
}

/** A text or a number, as tables and first matches give them. */
export function readTextOrNumber(node: YamlNode, problems: Scope['problems']): string | number | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'number') return readNumber(node, problems);
  return readString(node, problems);
}

function parseMonthsBetween(node: MapNode, scope: Scope): Derived | undefined {
  const map = new MapReader(node, scope.problems);
  const list = map.read('months-between', readList);
  map.finish();
  if (!list) return undefined;
  if (list.items.length !== 2) {
    scope.problems.add(list.position, said.wantsTwo());
    return undefined;
  }
  const [first, second] = list.items.map((item) => parseInput(item, scope, ['date', 'month']));
  if (first === undefined || second === undefined) return undefined;
  return { kind: 'months-between', questions: [first, second] };
}

/** The name of a question or derived value, of some types where they matter. */
export function parseInput(node: YamlNode, scope: Scope, types?: readonly string[]): string | undefined {
  const { questions, derived } = scope.names;
  const name = readString(node, scope.problems);
  if (name === undefined) return undefined;
  const type = questions.get(name)?.type ?? derived.get(name)?.type;
  if (type === undefined) {
    scope.problems.add(node.position, said.unknownName(name, [...questions.keys(), ...derived.keys()]));
  } else if (types && !types.includes(type)) {
    scope.problems.add(node.position, said.wantsQuestionOf(name, types));
  } else {
    return name;
  }
  return undefined;
}

function parseLookupValue(node: MapNode, scope: Scope): Derived | undefined {
  const lookup = parseLookup(node, scope);
  return lookup && { kind: 'lookup', ...lookup };
}

function parseLookup(node: MapNode, scope: Scope): { table: string; by: string[] } | undefined {
  const map = new MapReader(node, scope.problems);
  const table = map.need('lookup', (value) => parseTableName(value, scope));
  const by = map.need('by', readList)?.items.map((item) => parseInput(item, scope));
  map.finish();
  if (!table || !by) return undefined;
  const columns = scope.book.tables.get(table)?.columns.length;
  if (columns !== undefined && by.length !== columns) {
    scope.problems.add(map.at('by'), said.wrongColumnCount(table, columns, by.length));
  }
  return { table, by: by.filter((name) => name !== undefined) };
}

function parseTableName(node: YamlNode, scope: Scope): string | undefined {
  const written = readString(node, scope.problems);
  if (written === undefined) return undefined;
  const table = written.startsWith(TABLE_PREFIX) ? written.slice(TABLE_PREFIX.length) : undefined;
  if (table !== undefined && scope.book.tables.has(table)) return table;
  const known = [...scope.book.tables.keys()].map((id) => TABLE_PREFIX + id);
  scope.problems.add(node.position, said.unknownTable(written, known));
  return undefined;
}

function parseMonthPlus(node: MapNode, scope: Scope): Derived | undefined {
  const map = new MapReader(node, scope.problems);
  const month = map.need('month', (value) => parseInput(value, scope, ['date', 'month']));
  const plus = map.need('plus', (value) =>
    value.kind === 'map' ? parseLookup(value, scope) : readMonths(value, scope.problems),
  );
  map.finish();
  return month === undefined || plus === undefined ? undefined : { kind: 'month-plus', month, plus };
}

const readMonths: Reader<number> = (node, problems) => {
  const months = readNumber(node, problems);
  if (months === undefined || Math.abs(months) <= MOST_MONTHS) return months;
  return problems.refuse(node.position, said.lengthTooLong(MOST_MONTHS));
};

/** Reports each derived name that rests on itself. */
export function reportCycles(
  derive: ReadonlyMap<string, Derived>,
  entries: readonly MapEntry[],
  scope: Scope,
): void {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    const start = path.indexOf(name);
    if (start >= 0) {
      const cycle = [...path.slice(start), name];
      const position = entries.find(({ key }) => key === name)?.keyPosition;
      if (position) scope.problems.add(position, said.derivedCycle(cycle));
      return;
    }
    const derived = derive.get(name);
    if (!derived || done.has(name)) return;
    for (const other of namesReadBy(derived)) visit(other, [...path, name]);
    done.add(name);
  };
  for (const name of derive.keys()) visit(name, []);
}

function namesReadBy(derived: Derived): string[] {
  if (derived.kind === 'condition') return [...derivedNamesIn(derived.when)];
  if (derived.kind === 'first-match') {
    return derived.rows.flatMap(({ when }) => (when ? [...derivedNamesIn(when)] : []));
  }
  return [...valueInputs(derived)];
}
