import { advance } from '../engine/advance.ts';
import { readAnswer } from '../engine/read-answer.ts';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import type { PresentedQuestion, Progress } from '../model/progress.ts';
import { type DistrictRow, offerPlaces } from './offer-places.ts';
import type { AskContext, Prompter } from './prompter.ts';
import { reviewRows } from './review-rows.ts';
import { understandDate } from './understand-date.ts';
import { DAY_MISSING, describeAnswerProblem } from './wording.ts';

/** What an interview starts from. */
export interface InterviewStart {
  readonly flow: Flow;
  /** Answers already known; their questions are not asked. */
  readonly answers: Answers;
  readonly date: CalendarDate;
  readonly prompter: Prompter;
  /** Questions that going back passes over, because they were answered on the command line. */
  readonly fixed?: readonly string[];
  /** Questions whose answers were taken over from another matter. */
  readonly carried?: readonly string[];
  /** Called with new answers before anything more is drawn. */
  readonly keep?: (answers: Answers) => Promise<void>;
  /** Reads the counties and districts; only where a place is asked. */
  readonly districts?: () => Promise<readonly DistrictRow[]>;
}

/** Where the conversation stands. All of it but `given` serves going back and asking again. */
interface Conversation {
  readonly given: Record<string, AnswerValue>;
  /** Answers taken away by going back: the defaults when their questions return. */
  readonly previous: Record<string, AnswerValue>;
  /** `given` is not what was kept last. */
  isNew: boolean;
  /** The question whose answer is being changed from the review page. */
  changing?: string | undefined;
  hasChanged: boolean;
  refused?: string | undefined;
  districts: readonly DistrictRow[];
}

/**
 * Asks what is still missing, one question at a time, until the flow exits and all answers were
 * reviewed. The only state is the answers: each turn replays the flow from its start, so going back is
 * taking an answer away, and an answer whose question comes back is there again.
 */
export async function runInterview(start: InterviewStart): Promise<Answers> {
  const { flow, answers, date } = start;
  const talk: Conversation = {
    given: { ...answers },
    previous: {},
    isNew: false,
    hasChanged: false,
    districts: [],
  };
  for (;;) {
    const progress = advance(flow, talk.given, { date });
    if (talk.isNew) await start.keep?.({ ...talk.given });
    talk.isNew = false;
    if (progress.next) await takeTurn(start, talk, progress, progress.next);
    else if (await isReviewed(start, talk, progress)) return talk.given;
  }
}

async function takeTurn(
  start: InterviewStart,
  talk: Conversation,
  progress: Progress,
  question: PresentedQuestion,
): Promise<void> {
  if (question.type === 'place' && talk.districts.length === 0) {
    talk.districts = (await start.districts?.()) ?? [];
  }
  const reply = await start.prompter.ask(question, describeTurn(start, talk, progress, question));
  talk.refused = undefined;
  if (reply.kind === 'back') {
    if (talk.changing === question.id) keepAfterAll(talk, question.id);
    else goBack(start, talk, progress);
    return;
  }
  const result = read(start, talk, question, reply.raw);
  if (typeof result === 'object') {
    talk.given[question.id] = result.value;
    talk.isNew = true;
    talk.changing = undefined;
  } else talk.refused = result;
}

/** The answer, or what is wrong with it. */
function read(
  { flow, date }: InterviewStart,
  talk: Conversation,
  question: PresentedQuestion,
  raw: unknown,
): { value: AnswerValue } | string {
  const dated = typeof raw === 'string' ? understandDate(question.type, raw, date) : undefined;
  if (dated && 'missing' in dated) return DAY_MISSING;
  const result = readAnswer(flow, talk.given, question.id, dated?.written ?? raw, { date });
  if ('value' in result) return result;
  return describeAnswerProblem(result.problem, { none: question.none, ids: false });
}

function describeTurn(
  start: InterviewStart,
  talk: Conversation,
  progress: Progress,
  question: PresentedQuestion,
): AskContext {
  const previous = talk.previous[question.id];
  const isChange = talk.changing === question.id;
  return {
    number: progress.asked.length + 1,
    remaining: progress.remaining,
    occasion: isChange ? 'change' : talk.hasChanged ? 'follow-up' : 'in-turn',
    canGoBack: isChange || questionBefore(start, progress) !== undefined,
    ...(previous === undefined ? {} : { previous }),
    ...(talk.refused === undefined ? {} : { refused: talk.refused }),
    check: (raw) => {
      const result = read(start, talk, question, raw);
      return typeof result === 'string' ? result : undefined;
    },
    understand: (typed) => {
      const dated = understandDate(question.type, typed, start.date);
      return dated && 'written' in dated ? dated : undefined;
    },
    searchPlaces: (typed) => offerPlaces(start.flow.common.divisions, talk.districts, typed),
  };
}

async function isReviewed(start: InterviewStart, talk: Conversation, progress: Progress): Promise<boolean> {
  if (progress.asked.length === 0) return true;
  const rows = reviewRows(progress.asked, start.carried ?? []);
  const canGoBack = questionBefore(start, progress) !== undefined;
  const reply = await start.prompter.review(rows, canGoBack);
  if (reply.kind === 'done') return true;
  if (reply.kind === 'back') goBack(start, talk, progress);
  else {
    takeAway(talk, reply.question);
    talk.changing = reply.question;
    talk.hasChanged = true;
  }
  return false;
}

function questionBefore({ fixed = [] }: InterviewStart, { asked }: Progress): string | undefined {
  return asked.findLast(({ question }) => !fixed.includes(question))?.question;
}

function goBack(start: InterviewStart, talk: Conversation, progress: Progress): void {
  const last = questionBefore(start, progress);
  if (last === undefined) return;
  takeAway(talk, last);
  talk.hasChanged = false;
  talk.isNew = true;
}

function takeAway({ given, previous }: Conversation, id: string): void {
  const value = given[id];
  if (value === undefined) return;
  previous[id] = value;
  delete given[id];
}

function keepAfterAll(talk: Conversation, id: string): void {
  const value = talk.previous[id];
  if (value !== undefined) talk.given[id] = value;
  talk.changing = undefined;
}
