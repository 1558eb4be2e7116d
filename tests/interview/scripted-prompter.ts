import type { AskContext, Prompter, Reply } from '../../src/interview/prompter.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';

/** A question as it came, and what was known around it. */
export interface Turn {
  readonly question: PresentedQuestion;
  readonly context: AskContext;
}

export const BACK: Reply = { kind: 'back' };

/** Replies as written beforehand, and notes every turn. */
export function scriptedPrompter(replies: readonly unknown[]): { prompter: Prompter; turns: Turn[] } {
  const waiting = [...replies];
  const turns: Turn[] = [];
  const prompter: Prompter = {
    open() {},
    async ask(question, context) {
      turns.push({ question, context });
      if (waiting.length === 0) throw new Error(`no reply left for ${question.id}`);
      const next = waiting.shift();
      return next === BACK ? BACK : { kind: 'answer', raw: next };
    },
    choose: async () => String(waiting.shift()),
    close() {},
  };
  return { prompter, turns };
}
