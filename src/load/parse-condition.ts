import type { Condition } from '../model/condition.ts';
import { parseTests, type Subject } from './parse-value-test.ts';
import { readList, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

const DEEPEST = 3;
const CONDITION_WORDS = ['all', 'any', 'not', 'same', 'fact', 'unverified', 'outcome'];

/**
 * Reads a condition: a map whose keys all have to hold, or the name of a derived condition.
 * `depth` counts the all, any and not around it.
 */
export function parseCondition(node: YamlNode, scope: Scope, depth = 0): Condition | undefined {
  if (node.kind === 'list') return scope.problems.refuse(node.position, said.conditionIsList());
  if (node.kind === 'scalar') return parseBareName(node, scope);
  if (node.entries.size === 0) return scope.problems.refuse(node.position, said.emptyCondition());
  const parts = [...node.entries.values()].flatMap((entry) => parseEntry(entry, node, scope, depth));
  return parts.length > 1 ? { kind: 'all', of: parts } : parts[0];
}

function parseBareName(node: YamlNode, scope: Scope): Condition | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'boolean') {
    return scope.problems.refuse(node.position, said.conditionIsBoolean(node.value));
  }
  const name = readString(node, scope.problems);
  if (name === undefined) return undefined;
  const derived = scope.names.derived.get(name);
  if (derived?.type === 'condition') return { kind: 'derived', name, test: { in: ['yes'] } };
  if (derived) return scope.problems.refuse(node.position, said.derivedNeedsValue(name));
  if (scope.names.questions.has(name))
    return scope.problems.refuse(node.position, said.questionNeedsValue(name));
  const known = [...scope.names.derived].filter(([, { type }]) => type === 'condition').map(([id]) => id);
  return scope.problems.refuse(node.position, said.unknownName(name, known));
}

function parseEntry(entry: MapEntry, map: MapNode, scope: Scope, depth: number): Condition[] {
  const { key, value } = entry;
  switch (key) {
    case 'all':
    case 'any':
      return parseParts(key, entry, scope, depth);
    case 'not':
      return parseNot(entry, scope, depth);
    case 'same':
      return one(parseSame(entry, map, scope));
    case 'fact':
      return parseFacts(value, map, scope);
    case 'unverified':
      return one(parseUnverified(value, map, scope));
    case 'outcome':
      return one(parseOutcomeTest(entry, scope));
    case 'at':
      if (!map.entries.has('same')) scope.problems.add(entry.keyPosition, said.wordWithout('at', 'same'));
      return [];
    case 'of':
      if (!map.entries.has('fact') && !map.entries.has('unverified')) {
        scope.problems.add(entry.keyPosition, said.wordWithout('of', 'fact'));
      }
      return [];
    default:
      return parseNamed(entry, scope);
  }
}

function parseParts(kind: 'all' | 'any', entry: MapEntry, scope: Scope, depth: number): Condition[] {
  if (isTooDeep(entry, scope, depth)) return [];
  const list = readList(entry.value, scope.problems);
  if (!list) return [];
  if (list.items.length === 0) scope.problems.add(list.position, said.emptyCondition());
  const of = list.items.flatMap((item) => one(parseCondition(item, scope, depth + 1)));
  return of.length > 0 ? [{ kind, of }] : [];
}

function parseNot(entry: MapEntry, scope: Scope, depth: number): Condition[] {
  if (isTooDeep(entry, scope, depth)) return [];
  return one(parseCondition(entry.value, scope, depth + 1)).map((of) => ({ kind: 'not', of }));
}

function isTooDeep(entry: MapEntry, scope: Scope, depth: number): boolean {
  if (depth < DEEPEST) return false;
  scope.problems.add(entry.keyPosition, said.conditionTooDeep(DEEPEST));
  return true;
}

function parseSame(entry: MapEntry, map: MapNode, scope: Scope): Condition | undefined {
  const { problems, book } = scope;
  const list = readList(entry.value, problems);
  const at = map.entries.get('at');
  if (!at) return scope.problems.refuse(entry.keyPosition, said.missingKey('at'));
  const level = readString(at.value, problems);
  if (!list || level === undefined) return undefined;
  const names = list.items.map((item) => parsePlaceQuestion(item, scope));
  const [first, second] = names;
  if (names.length !== 2) return scope.problems.refuse(list.position, said.wantsTwo());
  if (first === undefined || second === undefined) return undefined;
  const questions = [first, second] as const;
  if (level === 'city' || level === 'province' || level === 'pool')
    return { kind: 'same', questions, at: level };
  if (book.groups.has(level)) return { kind: 'same', questions, at: { group: level } };
  return scope.problems.refuse(
    at.value.position,
    said.unknownGroup(level, ['city', 'province', 'pool', ...book.groups.keys()]),
  );
}

/** Reads the name of a place question. */
export function parsePlaceQuestion(node: YamlNode, scope: Scope): string | undefined {
  const name = readString(node, scope.problems);
  if (name === undefined) return undefined;
  if (scope.names.questions.get(name)?.type === 'place') return name;
  const places = [...scope.names.questions.values()]
    .filter(({ type }) => type === 'place')
    .map(({ id }) => id);
  return scope.problems.refuse(node.position, said.notPlaceQuestion(name, places));
}

function parseFacts(node: YamlNode, map: MapNode, scope: Scope): Condition[] {
  const of = parseOf(node, map, scope);
  if (node.kind !== 'map') {
    const fact = parseFactName(node, scope);
    if (fact === undefined) return [];
    if (scope.book.facts.get(fact)?.type !== 'yes-no')
      return one<never>(scope.problems.refuse(node.position, said.factNeedsValue(fact)));
    return [{ kind: 'fact', fact, ...of, test: { in: ['yes'] } }];
  }
  return [...node.entries.values()].flatMap(({ key: fact, keyPosition, value }) => {
    const declared = scope.book.facts.get(fact);
    if (!declared) {
      return one<never>(scope.problems.refuse(keyPosition, said.unknownFact(fact, scope.book.facts.keys())));
    }
    const values = declared.type === 'yes-no' ? ['yes', 'no'] : undefined;
    const type = declared.type === 'yes-no' ? 'option' : declared.type;
    const subject: Subject = { name: fact, type, unsure: 'none', ...(values && { values }) };
    return parseTests(value, subject, scope).map((test): Condition => ({ kind: 'fact', fact, ...of, test }));
  });
}

function parseUnverified(node: YamlNode, map: MapNode, scope: Scope): Condition | undefined {
  const fact = parseFactName(node, scope);
  return fact === undefined ? undefined : { kind: 'unverified', fact, ...parseOf(node, map, scope) };
}

function parseFactName(node: YamlNode, scope: Scope): string | undefined {
  const fact = readString(node, scope.problems);
  if (fact === undefined || scope.book.facts.has(fact)) return fact;
  return scope.problems.refuse(node.position, said.unknownFact(fact, scope.book.facts.keys()));
}

/** Whose fact: the place question named by `of`, else the item's own, else the jurisdiction. */
function parseOf(node: YamlNode, map: MapNode, scope: Scope): { of?: string } {
  const written = map.entries.get('of');
  const of = written ? parsePlaceQuestion(written.value, scope) : scope.role;
  if (of !== undefined) return { of };
  if (!written && !scope.shared && scope.names.jurisdiction === undefined) {
    scope.problems.add(node.position, said.factWithoutJurisdiction());
  }
  return {};
}

function parseOutcomeTest({ value, keyPosition }: MapEntry, scope: Scope): Condition | undefined {
  if (!scope.outcomeKnown) return scope.problems.refuse(keyPosition, said.outcomeTooEarly());
  const nodes = value.kind === 'list' ? value.items : [value];
  const found = nodes.flatMap((node) => {
    const name = readString(node, scope.problems);
    if (name === undefined) return [];
    if (scope.shared || scope.names.outcomes.has(name)) return [name];
    return one<never>(
      scope.problems.refuse(node.position, said.unknownOutcome(name, scope.names.outcomes.keys())),
    );
  });
  return found.length > 0 ? { kind: 'outcome', in: found } : undefined;
}

function parseNamed({ key, keyPosition, value }: MapEntry, scope: Scope): Condition[] {
  const { questions, derived, outcomes } = scope.names;
  const question = questions.get(key);
  if (question) {
    const isOption = question.type === 'choice' || question.type === 'yes-no';
    const type = isOption ? 'option' : (question.type as Exclude<typeof question.type, 'choice' | 'yes-no'>);
    const values = question.options.length > 0 ? { values: question.options } : {};
    const subject: Subject = { name: key, type, unsure: question.unsure, ...values };
    return parseTests(value, subject, scope, (options) => ({ kind: 'has', question: key, options })).map(
      (test): Condition => ('kind' in test ? test : { kind: 'answer', question: key, test }),
    );
  }
  const named = derived.get(key);
  if (named) {
    const values = named.type === 'condition' ? ['yes', 'no'] : named.values;
    const type = named.type === 'number' || named.type === 'month' ? named.type : 'option';
    const subject: Subject = { name: key, type, unsure: 'none', ...(values && { values }) };
    return parseTests(value, subject, scope).map((test): Condition => ({ kind: 'derived', name: key, test }));
  }
  if (outcomes.has(key)) return one<never>(scope.problems.refuse(keyPosition, said.outcomeAsName(key)));
  const known = [...questions.keys(), ...derived.keys(), ...CONDITION_WORDS];
  return one<never>(scope.problems.refuse(keyPosition, said.unknownName(key, known)));
}

function one<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
