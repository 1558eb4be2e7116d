import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow, Question } from '../model/flow.ts';
import type { Atlas } from './atlas.ts';
import type { AnswerState } from './knowledge.ts';

/** The number of a state among those that its question can have. */
export const Code = {
  /** It has a state without a number: nothing that looks at it is remembered. */
  None: -1,
  Void: 0,
  PassedOver: 1,
  Unsure: 2,
  /** 不清楚 that counts as an option. */
  TreatedAs: 3,
  /** The first value; the others follow. */
  First: 4,
} as const;

/** Of questions without options (days, numbers …) so many states are numbered, and no more. */
export const MOST_STATES = 4096;
const MOST_DATES = 1024;

/**
 * All that results depend on, as a row of small numbers: a slot for each question's state, one for the
 * run's day and one for the exit. What is worked out once is remembered by the slots that it looks at.
 */
export interface Numbering {
  /** Of each slot, one more than the highest number in it. */
  readonly sizes: readonly number[];
  /** A row in which nothing is known. */
  readonly blank: readonly number[];
  readonly dateSlot: number;
  readonly exitSlot: number;
  readonly ofDate: (date: CalendarDate) => number;
  readonly ofExit: (outcome: string) => number;
}

/** Numbers what a flow's results depend on. */
export function makeNumbering(flow: Flow, atlas: Atlas): Numbering {
  const questions = Object.values(flow.questions).map((question) => stateCount(question, atlas));
  const exits = new Map(Object.keys(flow.outcomes).map((id, index) => [id, index + 1]));
  const dates = new Map<CalendarDate, number>();
  const sizes = [...questions, MOST_DATES, exits.size + 1];
  return {
    sizes,
    blank: sizes.map(() => Code.Void),
    dateSlot: questions.length,
    exitSlot: questions.length + 1,
    ofDate: (date) => {
      const known = dates.get(date);
      if (known !== undefined) return known;
      if (dates.size >= MOST_DATES) return Code.None;
      dates.set(date, dates.size);
      return dates.size - 1;
    },
    ofExit: (outcome) => exits.get(outcome) ?? Code.None,
  };
}

function stateCount({ type, options }: Question, { divisions }: Atlas): number {
  if (type === 'choice' || type === 'yes-no') return Code.First + options.length;
  return type === 'place' ? Code.First + divisions.length : MOST_STATES;
}

/** The number of a state on a path. */
export function codeOf(state: AnswerState): number {
  if (state.kind === 'value') return state.code ?? Code.None;
  return state.kind === 'unsure' ? Code.Unsure : Code.PassedOver;
}
