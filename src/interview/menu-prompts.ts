import { confirm, input } from '@inquirer/prompts';
import type { PromptStreams } from './run-prompt.ts';
import { type InterviewStyle, MARKS } from './theme.ts';
import { ANSWER_YES_NO, NO_WORD, YES_WORD } from './wording.ts';

/** A line that is asked for outside a flow. */
interface LineRequest {
  readonly ask: string;
  readonly start: string;
  readonly check: (typed: string) => string | undefined;
}

/** Inquirer's own line prompt in our words and colours. */
export function inputPrompt(
  style: InterviewStyle,
  { ask, start, check }: LineRequest,
  streams: PromptStreams,
): Promise<string> {
  return input(
    {
      message: ask,
      default: start,
      prefill: 'editable',
      validate: (typed) => check(typed) ?? true,
      theme: themeOf(style),
    },
    streams,
  );
}

/** Inquirer's own yes-or-no prompt in our words and colours; Enter alone is no. */
export function confirmPrompt(style: InterviewStyle, ask: string, streams: PromptStreams): Promise<boolean> {
  const keywords = { yes: YES_WORD, no: NO_WORD, error: () => ANSWER_YES_NO };
  return confirm({ message: ask, default: false, theme: { ...themeOf(style), keywords } }, streams);
}

function themeOf({ ask, answer, refused, quiet }: InterviewStyle) {
  return {
    prefix: { idle: MARKS.pointer, done: answer(MARKS.done) },
    style: { message: ask, answer, error: refused, defaultAnswer: quiet },
  };
}
