import { type AnswerValue, UNSURE } from '../model/answers.ts';
import type { Division } from '../model/place.ts';
import { isCalendarDate, isCalendarMonth } from './calendar-form.ts';
import { normalisePlaceCode } from './place-code.ts';
import { readMap, readNumber, readString } from './read-value.ts';
import type { QuestionName, Scope } from './scope.ts';
import { said } from './wording.ts';
import { unsureWord } from './wording-values.ts';
import type { YamlNode } from './yaml-node.ts';

/** Reads the answers of a case: ids or the words shown, checked against their questions. */
export function parseCaseAnswers(node: YamlNode, scope: Scope): Record<string, AnswerValue> | undefined {
  const { problems, names } = scope;
  const map = readMap(node, problems);
  if (!map) return undefined;
  const answers: Record<string, AnswerValue> = {};
  for (const { key, keyPosition, value } of map.entries.values()) {
    const question = names.questions.get(key);
    if (!question) {
      problems.add(keyPosition, said.unknownQuestion(key, [...names.questions.keys()]));
      continue;
    }
    const answer = parseAnswer(value, question, scope);
    if (answer !== undefined) answers[key] = answer;
  }
  return answers;
}

function parseAnswer(node: YamlNode, question: QuestionName, scope: Scope): AnswerValue | undefined {
  const { problems } = scope;
  if (node.kind === 'scalar' && (node.value === UNSURE || node.value === unsureWord)) {
    if (question.unsure !== 'none') return UNSURE;
    problems.add(node.position, said.neverUnsure(question.id, 'none'));
    return undefined;
  }
  if (question.type === 'multi') {
    const nodes = node.kind === 'list' ? node.items : [node];
    return nodes.flatMap((item) => parseOption(item, question, scope) ?? []);
  }
  if (question.type === 'choice' || question.type === 'yes-no') return parseOption(node, question, scope);
  return question.type === 'number' ? readNumber(node, problems) : parseWritten(node, question, scope);
}

/** A place, date or month. */
function parseWritten(node: YamlNode, { type }: QuestionName, scope: Scope): string | undefined {
  const text = readString(node, scope.problems);
  if (text === undefined) return undefined;
  if (type === 'place') return placeCode(text, scope.book.divisions);
  if (type === 'date' && !isCalendarDate(text)) scope.problems.add(node.position, said.wantsDate(text));
  if (type === 'month' && !isCalendarMonth(text)) scope.problems.add(node.position, said.wantsMonth(text));
  return text;
}

function parseOption(node: YamlNode, question: QuestionName, scope: Scope): string | undefined {
  if (node.kind === 'scalar' && typeof node.value === 'boolean' && question.type === 'yes-no') {
    scope.problems.add(node.position, said.booleanForYesNo(node.value));
    return undefined;
  }
  const text = readString(node, scope.problems);
  if (text === undefined) return undefined;
  const id = question.options.includes(text) ? text : question.labels.get(text);
  if (id === undefined) {
    scope.problems.add(node.position, said.unknownValue(text, question.id, question.options));
  }
  return id;
}

/** A code or an exact name as six digits; anything else is left for the engine to understand. */
function placeCode(text: string, divisions: ReadonlyMap<string, Division>): string {
  const code = normalisePlaceCode(text, divisions);
  if (code !== undefined) return code;
  const named = [...divisions.values()].filter(({ name, short }) => name === text || short === text);
  const [only] = named;
  return only && named.length === 1 ? only.code : text;
}
