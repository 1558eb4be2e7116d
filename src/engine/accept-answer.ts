import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { Question } from '../model/flow.ts';
import type { Atlas } from './atlas.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import { type AnswerState, KEPT_UNSURE } from './knowledge.ts';

/** Gives the state that a stored answer means, `undefined` where it is none that this question allows. */
export type Accept = (given: unknown) => AnswerState | undefined;

/** Prepares to read one question's stored answers. Whatever it is given, it does not throw. */
export function compileAccept(question: Question, atlas: Atlas): Accept {
  const unsure = unsureState(question);
  const accept = acceptValue(question, atlas);
  return (given) => (given === UNSURE ? unsure : accept(given));
}

/** Whether a question may be answered 不清楚 and stay open. */
export function keepsUnsure({ unsure }: Question): boolean {
  return unsure !== undefined && 'keep' in unsure;
}

function unsureState({ unsure }: Question): AnswerState | undefined {
  if (!unsure) return undefined;
  return 'keep' in unsure ? KEPT_UNSURE : { kind: 'value', value: unsure.as, given: UNSURE };
}

function acceptValue(question: Question, atlas: Atlas): Accept {
  switch (question.type) {
    case 'choice':
    case 'yes-no':
      return acceptOption(question);
    case 'multi':
      return (given) => (isSelection(question, given) ? valueState(given) : undefined);
    case 'place':
      return acceptText((code) => atlas.get(code) !== undefined);
    case 'date':
      return acceptText(isCalendarDate);
    case 'month':
      return acceptText(isCalendarMonth);
    case 'number':
      return (given) => (isWithin(question, given) ? valueState(given) : undefined);
  }
}

function acceptOption(question: Question): Accept {
  const states = new Map<unknown, AnswerState>(question.options.map(({ id }) => [id, valueState(id)]));
  return (given) => states.get(given);
}

function acceptText(isValid: (text: string) => boolean): Accept {
  return (given) => (typeof given === 'string' && isValid(given) ? valueState(given) : undefined);
}

function valueState(value: AnswerValue): AnswerState {
  return { kind: 'value', value, given: value };
}

/** Whether these are different options of a multi question, enough of them, and `none` alone. */
function isSelection(question: Question, given: unknown): given is readonly string[] {
  if (!Array.isArray(given) || given.length < (question.atLeast ?? 0)) return false;
  if (new Set(given).size !== given.length) return false;
  if (given.length > 1 && question.none !== undefined && given.includes(question.none)) return false;
  return given.every((one) => question.options.some(({ id }) => id === one));
}

/** Whether this is a number within a question's limits. */
export function isWithin({ min, max }: Question, given: unknown): given is number {
  if (typeof given !== 'number' || !Number.isFinite(given)) return false;
  return given >= (min ?? Number.NEGATIVE_INFINITY) && given <= (max ?? Number.POSITIVE_INFINITY);
}
