import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { Question } from '../model/flow.ts';
import type { Atlas } from './atlas.ts';
import { isCalendarDate, isCalendarMonth } from './calendar.ts';
import { type AnswerState, KEPT_UNSURE } from './knowledge.ts';
import { Code, codeOf, MOST_STATES } from './numbering.ts';

/** Gives the state that a stored answer means, `undefined` where it is none that this question allows. */
export type Accept = (given: unknown) => AnswerState | undefined;

/** How one question's stored answers are read. */
export interface AnswerBook {
  readonly accept: Accept;
  /** By what was given: the codes of the states that it is known to mean. */
  readonly codes: ReadonlyMap<unknown, number>;
  /** By their codes: the states that the question can have, or was found to have. */
  readonly states: readonly (AnswerState | undefined)[];
}

/** Prepares to read one question's stored answers. Whatever it is given, it does not throw. */
export function compileAnswers(question: Question, atlas: Atlas): AnswerBook {
  const known = new KnownAnswers();
  const hasOptions = question.type === 'choice' || question.type === 'yes-no';
  if (hasOptions) for (const { id } of question.options) known.add(id, id);
  known.setUnsure(unsureState(question));
  const { codes, states } = known;
  if (hasOptions) return { accept: (given) => known.get(given), codes, states };
  const accept = acceptValue(question, atlas, known);
  return { accept: (given) => (given === UNSURE ? known.get(UNSURE) : accept(given)), codes, states };
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

function acceptValue(question: Question, atlas: Atlas, known: KnownAnswers): Accept {
  switch (question.type) {
    case 'multi':
      return acceptSelection(question, known);
    case 'place':
      return acceptText((code) => atlas.get(code) !== undefined, known);
    case 'date':
      return acceptText(isCalendarDate, known);
    case 'month':
      return acceptText(isCalendarMonth, known);
    default:
      return acceptNumber(question, known);
  }
}

function acceptText(isValid: (text: string) => boolean, known: KnownAnswers): Accept {
  return (given) => {
    if (typeof given !== 'string') return undefined;
    return known.get(given) ?? (isValid(given) ? known.add(given, given) : undefined);
  };
}

function acceptNumber(question: Question, known: KnownAnswers): Accept {
  return (given) => {
    if (!isWithin(question, given)) return undefined;
    return known.get(given) ?? known.add(given, given + 0);
  };
}

/** Kept by the numbers of the options, in the order given: two lists are never the same thing. */
function acceptSelection(question: Question, known: KnownAnswers): Accept {
  const selections = new Map<string, AnswerState>();
  const ids = question.options.map(({ id }) => id);
  return (given) => {
    if (!isSelection(question, given)) return undefined;
    const key = given.map((id) => ids.indexOf(id)).join();
    const before = selections.get(key);
    if (before) return before;
    const state = known.number(Object.freeze([...given]));
    if (state.code !== Code.None) selections.set(key, state);
    return state;
  };
}

/** The states of a question that have a code. Where there are no options, codes are given until there are none left. */
class KnownAnswers {
  readonly codes = new Map<unknown, number>();
  readonly states = new Array<AnswerState | undefined>(Code.First).fill(undefined);

  get(given: unknown): AnswerState | undefined {
    const code = this.codes.get(given);
    return code === undefined ? undefined : this.states[code];
  }

  add(given: unknown, value: AnswerValue): AnswerState {
    const state = this.number(value);
    if (state.code !== Code.None) this.codes.set(given, state.code);
    return state;
  }

  /** Gives a value the next code. */
  number(value: AnswerValue): ValueState {
    const next = this.states.length;
    const state = valueState(value, next < MOST_STATES ? next : Code.None);
    if (state.code !== Code.None) this.states.push(state);
    return state;
  }

  setUnsure(state: AnswerState | undefined): void {
    this.codes.delete(UNSURE);
    if (!state) return;
    const code = codeOf(state);
    this.codes.set(UNSURE, code);
    this.states[code] = state;
  }
}

type ValueState = Extract<AnswerState, { kind: 'value' }> & { readonly code: number };

function valueState(value: AnswerValue, code: number): ValueState {
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
