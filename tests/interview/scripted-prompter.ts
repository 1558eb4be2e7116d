import type { AskContext, Prompter, Reply, ReviewReply, ReviewRow } from '../../src/interview/prompter.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';

/** A question as it came, and what was known around it. */
export interface Turn {
  readonly question: PresentedQuestion;
  readonly context: AskContext;
}

export const BACK: Reply = { kind: 'back' };

/** A change of one answer on the review page. */
export function change(question: string): ReviewReply {
  return { kind: 'change', question };
}

/** What a scripted prompter met. */
export interface Script {
  readonly prompter: Prompter;
  readonly turns: Turn[];
  readonly reviews: (readonly ReviewRow[])[];
  readonly told: string[];
}

/** Replies as written beforehand, and notes every turn. A review that no reply is left for finds nothing to change. */
export function scriptedPrompter(replies: readonly unknown[]): Script {
  const waiting = [...replies];
  const turns: Turn[] = [];
  const reviews: (readonly ReviewRow[])[] = [];
  const told: string[] = [];
  const next = (what: string): unknown => {
    if (waiting.length === 0) throw new Error(`no reply left for ${what}`);
    const reply = waiting.shift();
    if (reply instanceof Error) throw reply;
    return reply;
  };
  const prompter: Prompter = {
    async open() {},
    async ask(question, context) {
      turns.push({ question, context });
      const raw = next(question.id);
      return raw === BACK ? BACK : { kind: 'answer', raw };
    },
    async review(rows) {
      reviews.push(rows);
      return waiting.length === 0 ? { kind: 'done' } : (next('the review') as ReviewReply);
    },
    choose: async (ask) => String(next(ask)),
    input: async (ask, start) => String(next(ask) ?? start),
    confirm: async (ask) => next(ask) === true,
    tell: (sentence) => void told.push(sentence),
    close() {},
  };
  return { prompter, turns, reviews, told };
}
