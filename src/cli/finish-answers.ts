import { advance } from '../engine/advance.ts';
import { buildChecklist, UnfinishedPathError } from '../engine/build-checklist.ts';
import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import type { AnswerNotes, UnusedAnswer } from './answer-notes.ts';
import { MissingAnswersError } from './errors.ts';
import { inUsualWords } from './question-words.ts';
import { unusedAnswers } from './unused-answers.ts';

/** Answers of a flow, and how they came to be known. */
interface KnownAnswers {
  readonly answers: Answers;
  /** Those of them that were given for this flow; all, unless some crossed over from another. */
  readonly given?: Answers;
  readonly notes?: AnswerNotes | undefined;
}

/** Where missing answers belong: in one file of several, or behind a prefix as `yidi.`. */
interface MissingFrom {
  readonly file?: string;
  readonly prefix?: string;
}

/** What answers came to: a checklist, or an error that names what is missing. */
export type Finished =
  | { readonly checklist: Checklist; readonly unused: readonly UnusedAnswer[]; readonly notes: AnswerNotes }
  | { readonly missing: MissingAnswersError };

/** Follows settled answers to the checklist, or as far as they lead. */
export function finishAnswers(
  flow: Flow,
  { answers, given = answers, notes = { renamed: [], gone: [] } }: KnownAnswers,
  date: CalendarDate,
  from: MissingFrom = {},
): Finished {
  try {
    const checklist = buildChecklist(flow, answers, { date });
    return { checklist, unused: unusedAnswers(flow, given, checklist), notes };
  } catch (error) {
    if (!(error instanceof UnfinishedPathError) || error.next === undefined) throw error;
    const missing = inUsualWords(flow, advance(flow, answers, { date }).certain);
    return { missing: new MissingAnswersError(flow, missing, { notes, ...from }) };
  }
}
