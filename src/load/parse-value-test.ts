import type { ComparisonOperator, Condition, Operand, ValueTest } from '../model/condition.ts';
import { isCalendarDate, isCalendarMonth } from './calendar-form.ts';
import { normalisePlaceCode } from './place-code.ts';
import type { Said } from './problem-list.ts';
import { readString } from './read-value.ts';
import type { QuestionName, Scope } from './scope.ts';
import { said } from './wording.ts';
import { describe } from './wording-values.ts';
import type { MapEntry, YamlNode } from './yaml-node.ts';

/** What a test is about: a question, a derived name or a fact. */
export interface Subject {
  readonly name: string;
  readonly type: 'option' | 'multi' | 'place' | 'date' | 'month' | 'number' | 'text';
  /** The values it can have, where they can be listed. */
  readonly values?: readonly (string | number)[];
  readonly unsure: QuestionName['unsure'];
}

type HasTest = Extract<Condition, { kind: 'has' }>;

const OPERATORS: readonly ComparisonOperator[] = ['lt', 'le', 'gt', 'ge', 'before', 'after'];
const ORDERED = new Set(['date', 'month', 'number']);

/** Reads what comes after `name:` in a condition: a value, a list of values, comparisons, or `has`. */
export function parseTests(node: YamlNode, subject: Subject, scope: Scope): ValueTest[];
export function parseTests(
  node: YamlNode,
  subject: Subject,
  scope: Scope,
  makeHas: (options: readonly string[]) => HasTest,
): (ValueTest | HasTest)[];
export function parseTests(
  node: YamlNode,
  subject: Subject,
  scope: Scope,
  makeHas?: (options: readonly string[]) => HasTest,
): (ValueTest | HasTest)[] {
  if (node.kind !== 'map') {
    const values = parseLiterals(node, subject, scope);
    const onlyUnsure = values.every((value) => value === 'unsure');
    if (subject.type === 'multi' && !onlyUnsure) {
      scope.problems.add(node.position, said.wantsHas(subject.name));
      return [];
    }
    return values.length > 0 ? [{ in: values }] : [];
  }
  if (node.entries.size === 0) scope.problems.add(node.position, said.emptyCondition());
  return [...node.entries.values()].flatMap((entry): (ValueTest | HasTest)[] => {
    if (entry.key !== 'has') return parseComparison(entry, subject, scope);
    if (subject.type !== 'multi' || !makeHas) {
      scope.problems.add(entry.keyPosition, said.hasWithoutMulti(subject.name));
      return [];
    }
    return [makeHas(parseLiterals(entry.value, { ...subject, unsure: 'none' }, scope).map(String))];
  });
}

function parseLiterals(node: YamlNode, subject: Subject, scope: Scope): (string | number)[] {
  const nodes = node.kind === 'list' ? node.items : [node];
  if (nodes.length === 0) scope.problems.add(node.position, said.emptyCondition());
  return nodes.flatMap((item) => {
    const value = parseLiteral(item, subject, scope);
    return value === undefined ? [] : [value];
  });
}

/** Reads one value that a subject may have. */
export function parseLiteral(node: YamlNode, subject: Subject, scope: Scope): string | number | undefined {
  const what = wrongLiteral(node, subject);
  if (what) {
    scope.problems.add(node.position, what);
    return undefined;
  }
  const value = node.kind === 'scalar' ? node.value : null;
  if (typeof value === 'number') return value;
  const text = readString(node, scope.problems);
  if (text === undefined || subject.type !== 'place' || text === 'unsure') return text;
  const code = normalisePlaceCode(text, scope.book.divisions);
  if (code === undefined) scope.problems.add(node.position, said.unknownPlace(text));
  return code;
}

/** What is wrong with a value, unless it is an empty or numeric text, which reading it will tell. */
function wrongLiteral(node: YamlNode, subject: Subject): Said | undefined {
  if (node.kind !== 'scalar') return said.wantsValue(describe(node));
  const { value } = node;
  if (value === 'unsure' && !subject.values?.includes('unsure')) {
    return subject.unsure === 'keep' ? undefined : said.neverUnsure(subject.name, subject.unsure);
  }
  if (subject.type === 'number') return isNumber(value) ? undefined : said.wantsNumber(describe(node));
  if (typeof value === 'boolean' && subject.values?.includes('yes')) return said.booleanForYesNo(value);
  if (typeof value === 'number') {
    return subject.values?.includes(value) ? undefined : said.numberForText(node.written);
  }
  return typeof value === 'string' ? wrongText(value, subject) : undefined;
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value);
}

function wrongText(text: string, { type, name, values }: Subject): Said | undefined {
  if (type === 'date') return isCalendarDate(text) ? undefined : said.wantsDate(text);
  if (type === 'month') return isCalendarMonth(text) ? undefined : said.wantsMonth(text);
  if (!values || values.includes(text)) return undefined;
  return said.unknownValue(text, name, values.map(String));
}

function parseComparison({ key, keyPosition, value }: MapEntry, subject: Subject, scope: Scope): ValueTest[] {
  const op = OPERATORS.find((operator) => operator === key);
  if (!op) {
    scope.problems.add(keyPosition, said.unknownKey(key, [...OPERATORS, 'has']));
    return [];
  }
  const strictOnNumber = subject.type === 'number' && (op === 'before' || op === 'after');
  if (!ORDERED.has(subject.type) || strictOnNumber) {
    scope.problems.add(keyPosition, said.notComparable(subject.name, op));
    return [];
  }
  const than = parseOperand(value, subject, scope);
  return than ? [{ op, than }] : [];
}

/** A literal, or the name of another question or derived value of the same kind. */
function parseOperand(node: YamlNode, subject: Subject, scope: Scope): Operand | undefined {
  const { questions, derived } = scope.names;
  const name = node.kind === 'scalar' && typeof node.value === 'string' ? node.value : '';
  const other = questions.get(name)?.type ?? derived.get(name)?.type;
  if (other === undefined) {
    const isName = /^[a-z][a-z-]*[a-z]$/.test(name) && name !== 'unsure';
    if (isName) {
      scope.problems.add(node.position, said.unknownName(name, [...questions.keys(), ...derived.keys()]));
      return undefined;
    }
    const literal = parseLiteral(node, { ...subject, unsure: 'none' }, scope);
    return literal === undefined ? undefined : { literal };
  }
  if (!ORDERED.has(other) || (other === 'number') !== (subject.type === 'number')) {
    scope.problems.add(node.position, said.notComparableWith(subject.name, name));
    return undefined;
  }
  return questions.has(name) ? { question: name } : { derived: name };
}
