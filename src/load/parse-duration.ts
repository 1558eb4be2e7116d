import type { DeadlineRule, Duration, TimeSpan } from '../model/deadline.ts';
import { defined } from './defined.ts';
import { LONGEST_LENGTH } from './limits.ts';
import { parseInput } from './parse-derive.ts';
import { parseSentence } from './parse-text.ts';
import { MapReader } from './read-map.ts';
import { readCount, readFlag, readMap, readOneOf, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import { describe } from './wording-values.ts';
import type { YamlNode } from './yaml-node.ts';

export const ACTORS = ['you', 'family', 'employer', 'office', 'hospital', 'tax'] as const;
export const UNITS = ['working-days', 'days', 'months'] as const;

type Count = number | readonly [number, number];

/** Reads how long something takes: `at-once`, one length, or a list of lengths one after another. */
export function parseDuration(node: YamlNode, scope: Scope): Duration | undefined {
  if (node.kind === 'scalar') {
    const word = readString(node, scope.problems);
    if (word === undefined || word === 'at-once') return word;
    scope.problems.add(node.position, said.wantsDuration(describe(node)));
    return undefined;
  }
  const nodes = node.kind === 'list' ? node.items : [node];
  if (nodes.length === 0) scope.problems.add(node.position, said.emptyValue());
  return nodes.flatMap((item) => parseSpan(item, scope) ?? []);
}

function parseSpan(node: YamlNode, scope: Scope): TimeSpan | undefined {
  const written = readMap(node, scope.problems);
  if (!written) return undefined;
  const map = new MapReader(written, scope.problems);
  const length = parseLength(map, scope, parseRange);
  const countedFrom = map.read('counted-from', (value) => parseSentence(value, scope));
  const keeper = map.read('keeper', readOneOf(ACTORS)) ?? 'office';
  map.finish();
  return length && defined({ ...length, countedFrom, keeper });
}

/** Reads the one key that names a unit. */
function parseLength<T extends Count>(
  map: MapReader,
  scope: Scope,
  readCountOf: (node: YamlNode, scope: Scope) => T | undefined,
): { unit: TimeSpan['unit']; count: T } | undefined {
  const units = UNITS.filter((unit) => map.has(unit));
  const [unit] = units;
  if (unit === undefined || units.length > 1) {
    scope.problems.add(map.position, said.oneUnit(UNITS));
    return undefined;
  }
  const count = map.read(unit, (node) => readCountOf(node, scope));
  const longest = LONGEST_LENGTH[unit];
  if (count !== undefined && Math.max(...[count].flat()) > longest) {
    scope.problems.add(map.at(unit), said.lengthTooLong(longest));
    return undefined;
  }
  return count === undefined ? undefined : { unit, count };
}

function parseRange(node: YamlNode, scope: Scope): Count | undefined {
  if (node.kind !== 'list') return parseCount(node, scope);
  const [least, most] = node.items.map((item) => readCount(item, scope.problems));
  if (node.items.length === 2 && least !== undefined && most !== undefined && least < most)
    return [least, most];
  scope.problems.add(node.position, said.wantsRange());
  return undefined;
}

function parseCount(node: YamlNode, scope: Scope): number | undefined {
  const count = readCount(node, scope.problems);
  if (count !== 0) return count;
  scope.problems.add(node.position, said.wantsCount('0'));
  return undefined;
}

/** Reads a deadline that is counted from a date or month that was asked. */
export function parseDeadline(node: YamlNode, scope: Scope): DeadlineRule | undefined {
  const { problems } = scope;
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const length = map.need('within', (value) => parseWithin(value, scope));
  const countedFrom = map.need('counted-from', (value) => parseInput(value, scope, ['date', 'month']));
  const countsFirst = map.read('counts-first', readFlag) ?? false;
  const keeper = map.read('keeper', readOneOf(ACTORS)) ?? 'you';
  map.finish();
  if (!length || countedFrom === undefined) return undefined;
  const { questions, derived } = scope.names;
  const isMonth = (questions.get(countedFrom)?.type ?? derived.get(countedFrom)?.type) === 'month';
  if (isMonth && length.unit !== 'months') problems.add(map.at('within'), said.daysFromMonth(countedFrom));
  return { ...length, countedFrom, countsFirst, keeper };
}

function parseWithin(node: YamlNode, scope: Scope) {
  const written = readMap(node, scope.problems);
  if (!written) return undefined;
  const map = new MapReader(written, scope.problems);
  const length = parseLength(map, scope, parseCount);
  map.finish();
  return length;
}
