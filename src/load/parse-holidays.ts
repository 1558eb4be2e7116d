import type { HolidayYear } from '../model/deadline.ts';
import { nextDay } from './calendar-form.ts';
import { MOST_DAYS_OFF } from './limits.ts';
import type { CitationScope } from './parse-citation.ts';
import { MapReader } from './read-map.ts';
import { readDate, readList, readMap, readString } from './read-value.ts';
import { said } from './wording.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

const LONGEST = 31;

/** Reads the holiday notices, year by year. */
export function parseHolidays(node: YamlNode, scope: CitationScope): HolidayYear[] {
  const written = readMap(node, scope.problems);
  if (!written) return [];
  const map = new MapReader(written, scope.problems);
  const years = map.need('years', readMap);
  map.finish();
  return [...(years?.entries.values() ?? [])].flatMap((entry) => parseYear(entry, scope) ?? []);
}

function parseYear({ key, keyPosition, value }: MapEntry, scope: CitationScope): HolidayYear | undefined {
  const { problems } = scope;
  if (!/^\d{4}$/.test(key)) problems.add(keyPosition, said.wantsYear(key));
  const written = readMap(value, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems, keyPosition);
  const source = map.need('source', (node) => parseSourceName(node, scope)) ?? '';
  const off = map.need('off', (node) => parseDays(node, scope)) ?? [];
  const on = map.need('on', (node) => parseDays(node, scope)) ?? [];
  map.finish();
  if (new Set(off).size > MOST_DAYS_OFF) problems.add(keyPosition, said.tooManyDaysOff(MOST_DAYS_OFF));
  return { year: Number(key), source, off, on };
}

function parseSourceName(node: YamlNode, { sources, problems }: CitationScope): string | undefined {
  const text = readString(node, problems);
  const id = text?.split('/')[0] ?? '';
  if (text !== undefined && !sources.has(id))
    problems.add(node.position, said.unknownSource(id, sources.keys()));
  return text;
}

function parseDays(node: YamlNode, scope: CitationScope): string[] | undefined {
  return readList(node, scope.problems)?.items.flatMap((item) => parseDay(item, scope));
}

/** A day, or `{from, to}` written out. */
function parseDay(node: YamlNode, { problems }: CitationScope): string[] {
  if (node.kind !== 'map') {
    const date = readDate(node, problems);
    return date === undefined ? [] : [date];
  }
  const map = new MapReader(node, problems);
  const from = map.need('from', readDate);
  const to = map.need('to', readDate);
  map.finish();
  if (from === undefined || to === undefined) return [];
  const days: string[] = [];
  for (let day = from; day <= to && days.length < LONGEST; day = nextDay(day)) days.push(day);
  if (days.at(-1) !== to) problems.add(node.position, said.badSpan(from, to));
  return days;
}
