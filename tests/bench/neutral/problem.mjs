import { readFileSync } from 'node:fs';

/**
 * A condition in a form that belongs to no engine. A question that is not asked makes `eq` and `in` false.
 * @typedef {true | { eq: [string, string] } | { in: [string, string[]] } | { not: Condition }
 *   | { and: Condition[] } | { or: Condition[] }} Condition
 * @typedef {{ id: string, text: string, options: string[], when: Condition }} NeutralQuestion
 * @typedef {{ id: string, kind: 'step' | 'material', text: string, when: Condition }} NeutralItem
 * @typedef {{ id: string, questions: NeutralQuestion[], items: NeutralItem[] }} Problem
 */

/** @type {Problem} */
export const problem = JSON.parse(readFileSync(new URL('problem.json', import.meta.url), 'utf8'));

/**
 * Writes a condition in another form.
 * @template T
 * @param {Condition} condition
 * @param {{ always: () => T, eq: (question: string, value: string) => T,
 *   in: (question: string, values: string[]) => T, not: (part: T) => T, and: (parts: T[]) => T,
 *   or: (parts: T[]) => T }} form
 * @returns {T}
 */
export function writeCondition(condition, form) {
  if (condition === true) return form.always();
  if ('eq' in condition) return form.eq(...condition.eq);
  if ('in' in condition) return form.in(...condition.in);
  if ('not' in condition) return form.not(writeCondition(condition.not, form));
  if ('and' in condition) return form.and(condition.and.map((part) => writeCondition(part, form)));
  return form.or(condition.or.map((part) => writeCondition(part, form)));
}

/**
 * A condition as an expression in text; every compound part stands in brackets.
 * @param {Condition} condition
 * @param {{ always?: string, eq: (question: string, value: string) => string,
 *   in: (question: string, values: string[]) => string, not: string, and: string, or: string }} words
 */
export function writeExpression(condition, words) {
  return writeCondition(condition, {
    always: () => words.always ?? 'true',
    eq: words.eq,
    in: words.in,
    not: (part) => `${words.not}(${part})`,
    and: (parts) => `(${parts.join(` ${words.and} `)})`,
    or: (parts) => `(${parts.join(` ${words.or} `)})`,
  });
}
