import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { Question } from '../model/flow.ts';
import type { Atlas } from './atlas.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import { type AnswerState, KEPT_UNSURE } from './knowledge.ts';
import { Code, MOST_STATES } from './numbering.ts';

/** Gives the state that a stored answer means, `undefined` where it is none that this question allows. */
export type Accept = (given: unknown) => AnswerState | undefined;

/** Prepares to read one question's stored answers. Whatever it is given, it does not throw. */
export function compileAccept(question: Question, atlas: Atlas): Accept {
  const unsure = unsureState(question);
  if (question.type === 'choice' || question.type === 'yes-no') return acceptOption(question, unsure);
  const accept = acceptValue(question, atlas);
  return (given) => (given === UNSURE ? unsure : accept(given));
}

/** Whether a question may be answered 不清楚 and stay open. */
export function keepsUnsure({ unsure }: Question): boolean {
  return unsure !== undefined && 'keep' in unsure;
}

function unsureState({ unsure }: Question): AnswerState | undefined {
  if (!unsure) return undefined;
  if ('keep' in unsure) return KEPT_UNSURE;
  return { kind: 'value', value: unsure.as, given: UNSURE, code: Code.TreatedAs };
}

function acceptValue(question: Question, atlas: Atlas): Accept {
  switch (question.type) {
    case 'multi':
      return acceptSelection(question);
    case 'place':
      return acceptText((code) => atlas.get(code) !== undefined);
    case 'date':
      return acceptText(isCalendarDate);
    case 'month':
      return acceptText(isCalendarMonth);
    default:
      return acceptNumber(question);
  }
}

function acceptOption(question: Question, unsure: AnswerState | undefined): Accept {
  const states = new Map<unknown, AnswerState>(
    question.options.map(({ id }, index) => [id, valueState(id, Code.First + index)]),
  );
  if (unsure) states.set(UNSURE, unsure);
  else states.delete(UNSURE);
  return (given) => states.get(given);
}

function acceptText(isValid: (text: string) => boolean): Accept {
  const known = numbered<string>();
  return (given) => {
    if (typeof given !== 'string') return undefined;
    return known.get(given) ?? (isValid(given) ? known.add(given, given) : undefined);
  };
}

function acceptNumber(question: Question): Accept {
  const known = numbered<number>();
  return (given) => {
    if (!isWithin(question, given)) return undefined;
    return known.get(given) ?? known.add(given, given + 0);
  };
}

/** Kept by the numbers of the options, in the order given. */
function acceptSelection(question: Question): Accept {
  const known = numbered<string>();
  const ids = question.options.map(({ id }) => id);
  return (given) => {
    if (!isSelection(question, given)) return undefined;
    const key = given.map((id) => ids.indexOf(id)).join();
    return known.get(key) ?? known.add(key, Object.freeze([...given]));
  };
}

/** The values met so far of a question without options, each with a number as long as there are any left. */
function numbered<Key>() {
  const states = new Map<Key, AnswerState>();
  return {
    get: (key: Key) => states.get(key),
    add: (key: Key, value: AnswerValue): AnswerState => {
      const code = Code.First + states.size;
      if (code >= MOST_STATES) return { kind: 'value', value, given: value, code: Code.None };
      const state = valueState(value, code);
      states.set(key, state);
      return state;
    },
  };
}

function valueState(value: AnswerValue, code: number): AnswerState {
  return { kind: 'value', value, given: value, code };
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
