import type { Option, Question, QuestionType, Unsure } from '../model/flow.ts';
import { defined } from './defined.ts';
import { parseOptions } from './parse-options.ts';
import { parseSentence, parseText } from './parse-text.ts';
import { parseLiteral, type Subject } from './parse-value-test.ts';
import { MapReader } from './read-map.ts';
import {
  checkId,
  readCount,
  readFlag,
  readListOf,
  readMap,
  readNumber,
  readOneOf,
  readString,
} from './read-value.ts';
import type { QuestionName, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

const TYPES: Readonly<Record<QuestionType, true>> = {
  choice: true,
  multi: true,
  'yes-no': true,
  place: true,
  date: true,
  month: true,
  number: true,
};

/** What may be written after `type:`. */
export const QUESTION_TYPES = Object.keys(TYPES) as readonly QuestionType[];

const KEYS_OF_TYPE: Readonly<Record<string, readonly QuestionType[]>> = {
  options: ['choice', 'multi', 'yes-no'],
  'at-least': ['multi'],
  none: ['multi'],
  min: ['number'],
  max: ['number'],
  unit: ['number'],
};

/** Reads a question in full. Its type and options were found before, see `sketchFlow`. */
export function parseQuestion({ key: id, keyPosition, value }: MapEntry, scope: Scope): Question | undefined {
  const { problems } = scope;
  checkId(id, keyPosition, problems);
  const node = readMap(value, problems);
  const name = scope.names.questions.get(id);
  if (!node || !name) return undefined;
  const map = new MapReader(node, problems, keyPosition);
  // Of another type, everything else would look wrong too.
  if (map.has('type') && map.read('type', readOneOf(QUESTION_TYPES)) === undefined) return undefined;
  const words = parseWords(map, name, scope);
  const numbers = parseLimits(map, name, scope);
  const was = map.read('was', readListOf(readString));
  map.finish();
  return defined({ id, type: name.type, ...words, ...numbers, was });
}

function parseWords(map: MapReader, name: QuestionName, scope: Scope) {
  const text = (node: YamlNode) => parseText(node, scope);
  for (const [key, types] of Object.entries(KEYS_OF_TYPE)) {
    if (map.has(key) && !types.includes(name.type)) {
      scope.problems.add(map.at(key), said.keyNotForType(key, name.type));
    }
  }
  const options: readonly Option[] = parseOptions(map.node('options'), name, map.position, scope);
  return {
    ask: map.need('ask', text) ?? '',
    why: map.read('why', text),
    options,
    unsure: map.read('unsure', (node) => parseUnsure(node, name, scope)),
    noUnsure: parseNoUnsure(map, name, scope),
  };
}

function parseNoUnsure(map: MapReader, name: QuestionName, scope: Scope): string | undefined {
  const isChosen = KEYS_OF_TYPE.options?.includes(name.type);
  if (isChosen && !map.has('unsure') && !map.has('no-unsure')) {
    scope.problems.add(map.position, said.unsureMissing(name.id));
  }
  if (map.has('unsure') && map.has('no-unsure')) {
    scope.problems.add(map.at('no-unsure'), said.keysExclude('unsure', 'no-unsure'));
  }
  return map.read('no-unsure', readString);
}

function parseLimits(map: MapReader, name: QuestionName, scope: Scope) {
  const { problems } = scope;
  const atLeast = map.read('at-least', readCount);
  if (atLeast !== undefined && atLeast > 1) {
    problems.add(map.at('at-least'), said.notOneOf(String(atLeast), ['0', '1']));
  }
  const none = map.read('none', (node) => parseOption(node, name, scope));
  const min = map.read('min', readNumber);
  const max = map.read('max', readNumber);
  if (min !== undefined && max !== undefined && min > max)
    problems.add(map.at('max'), said.minAboveMax(min, max));
  const least: 0 | 1 | undefined = atLeast === undefined ? undefined : atLeast === 0 ? 0 : 1;
  return { atLeast: least, none, min, max, unit: map.read('unit', readString) };
}

function parseUnsure(node: YamlNode, name: QuestionName, scope: Scope): Unsure | undefined {
  const { problems } = scope;
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const findOut = map.need('find-out', (value) => parseSentence(value, scope)) ?? '';
  const as = map.read('as', (value) => parseUnsureAs(value, name, scope));
  const keep = map.read('keep', readFlag);
  map.finish();
  if (map.has('as') === map.has('keep')) problems.add(map.position, said.unsureAsOrKeep());
  else if (keep === false) problems.add(map.at('keep'), said.keepIsFalse());
  if (as !== undefined) return { as, findOut };
  return keep ? { keep: true, findOut } : undefined;
}

function parseUnsureAs(node: YamlNode, name: QuestionName, scope: Scope): string | string[] | undefined {
  if (name.type !== 'multi') return parseOption(node, name, scope);
  const nodes = node.kind === 'list' ? node.items : [node];
  return nodes.flatMap((item) => parseOption(item, name, scope) ?? []);
}

/** Reads one of the question's own values. */
function parseOption(node: YamlNode, name: QuestionName, scope: Scope): string | undefined {
  const isOption = name.options.length > 0;
  const type = isOption ? 'option' : (name.type as Exclude<QuestionType, 'choice' | 'yes-no' | 'multi'>);
  const subject: Subject = { name: name.id, type, unsure: 'none', ...(isOption && { values: name.options }) };
  const value = parseLiteral(node, subject, scope);
  return value === undefined ? undefined : String(value);
}
