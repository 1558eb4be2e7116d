import { advance } from '../engine/advance.ts';
import { readAnswer } from '../engine/read-answer.ts';
import { searchPlaces } from '../engine/search-places.ts';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import type { Division } from '../model/place.ts';
import type { PresentedQuestion, Progress } from '../model/progress.ts';
import type { AskContext, OfferedPlace, Prompter } from './prompter.ts';
import { describeAnswerProblem } from './wording.ts';

/** What an interview starts from. */
export interface InterviewStart {
  readonly flow: Flow;
  /** Answers already known; their questions are not asked. */
  readonly answers: Answers;
  readonly date: CalendarDate;
  readonly prompter: Prompter;
}

/** Where the conversation stands. All of it but `given` serves going back and asking again. */
interface Conversation {
  readonly given: Record<string, AnswerValue>;
  readonly askedHere: string[];
  /** Answers taken away by going back: the defaults when their questions return. */
  readonly previous: Record<string, AnswerValue>;
  refused?: string | undefined;
}

/**
 * Asks what is still missing, one question at a time, until the flow exits. The only state is the
 * answers: each turn replays the flow from its start, so going back is taking an answer away.
 */
export async function runInterview({ flow, answers, date, prompter }: InterviewStart): Promise<Answers> {
  const talk: Conversation = { given: { ...answers }, askedHere: [], previous: {} };
  for (;;) {
    const progress = advance(flow, talk.given, { date });
    const question = progress.next;
    if (!question) return talk.given;
    const read = (raw: unknown) => readAnswer(flow, talk.given, question.id, raw, { date });
    const context = describeTurn(flow, progress, question, talk, (raw) => {
      const result = read(raw);
      return 'problem' in result
        ? describeAnswerProblem(result.problem, { none: question.none, ids: false })
        : undefined;
    });
    const reply = await prompter.ask(question, context);
    talk.refused = undefined;
    if (reply.kind === 'back') {
      goBack(talk);
      continue;
    }
    const result = read(reply.raw);
    if ('problem' in result) {
      talk.refused = describeAnswerProblem(result.problem, { none: question.none, ids: false });
      continue;
    }
    talk.given[question.id] = result.value;
    talk.askedHere.push(question.id);
  }
}

function describeTurn(
  flow: Flow,
  progress: Progress,
  question: PresentedQuestion,
  talk: Conversation,
  check: AskContext['check'],
): AskContext {
  const previous = talk.previous[question.id];
  return {
    number: progress.asked.length + 1,
    remaining: progress.remaining,
    canGoBack: talk.askedHere.length > 0,
    ...(previous === undefined ? {} : { previous }),
    ...(talk.refused === undefined ? {} : { refused: talk.refused }),
    check,
    searchPlaces: (typed) => offerPlaces(flow.common.divisions, typed),
  };
}

function goBack({ given, askedHere, previous }: Conversation): void {
  const last = askedHere.pop();
  const value = last === undefined ? undefined : given[last];
  if (last === undefined || value === undefined) return;
  previous[last] = value;
  delete given[last];
}

/** Places as they are offered: a city with its province before it. */
function offerPlaces(divisions: readonly Division[], typed: string): OfferedPlace[] {
  return searchPlaces(divisions, typed).map((place) => {
    const province = divisions.find(({ code }) => code === place.parent);
    return { code: place.code, label: province ? `${province.name}${place.name}` : place.name };
  });
}
