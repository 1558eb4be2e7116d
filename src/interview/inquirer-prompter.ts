import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { type CancelReason, InterviewCancelled } from './cancelled.ts';
import { choicePrompt } from './choice-prompt.ts';
import type { PressedKey } from './gesture.ts';
import { multiPrompt } from './multi-prompt.ts';
import { placePrompt } from './place-prompt.ts';
import { BACK, type PromptLook } from './prompt-view.ts';
import type { AskContext, Choice, Prompter, Reply } from './prompter.ts';
import { textPrompt } from './text-prompt.ts';
import { helpLines, inputHint, openingLines, progressLine, UNSURE_LABEL, unsureNote } from './wording.ts';

/** The terminal that a conversation runs on. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted with a `CancelReason` when a signal ends the run. */
  readonly signal: AbortSignal;
}

/** The rich face of the interview: lists, ticks and searches drawn on `terminal.output`. */
export function createInquirerPrompter(terminal: Terminal, look: PromptLook): Prompter {
  return {
    open(title, forWhom) {
      const columns = Math.max(look.screen().columns - 1, 10);
      const lines = openingLines(title, forWhom).flatMap((line) => look.wrap(line, columns));
      const [first = '', ...rest] = lines;
      terminal.output.write(
        `${look.style.ask(first)}\n${rest.map((line) => `${look.style.quiet(line)}\n`).join('')}\n`,
      );
    },
    ask: (question, context) => askQuestion(terminal, look, question, context),
    async choose(ask, choices) {
      const config = { look, header: { ask }, choices, canGoBack: false, help: [] };
      return String(await cancellable(terminal, (streams) => choicePrompt(config, streams)));
    },
    close() {},
  };
}

async function askQuestion(
  terminal: Terminal,
  look: PromptLook,
  question: PresentedQuestion,
  context: AskContext,
): Promise<Reply> {
  const prompt = promptFor(look, question, context);
  const raw = await cancellable<unknown>(terminal, prompt);
  return raw === BACK ? { kind: 'back' } : { kind: 'answer', raw };
}

/** What Inquirer's prompts take beside their configuration. */
interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}

type Ask = (streams: PromptStreams) => Promise<unknown>;

function promptFor(look: PromptLook, question: PresentedQuestion, context: AskContext): Ask {
  const shared = {
    look,
    canGoBack: context.canGoBack,
    help: helpLines(question),
    header: {
      progress: progressLine(context.number, context.remaining),
      apart: context.canGoBack,
      ask: question.ask,
      ...(question.why === undefined ? {} : { why: question.why }),
      ...(context.refused === undefined ? {} : { refused: context.refused }),
    },
  };
  const start = typeof context.previous === 'object' ? undefined : context.previous?.toString();
  const started = start === undefined ? {} : { start };
  const hint = inputHint(question);
  switch (question.type) {
    case 'choice':
    case 'yes-no':
      return (streams) => choicePrompt({ ...shared, ...started, choices: choicesOf(question) }, streams);
    case 'multi': {
      const alone = [UNSURE, ...(question.none === undefined ? [] : [question.none])];
      const choices = choicesOf(question);
      const ticked = listOf(context.previous);
      const check = (values: readonly string[]) => context.check(multiRaw(values));
      return async (streams) => {
        const values = await multiPrompt({ ...shared, choices, alone, start: ticked, check }, streams);
        return values === BACK ? BACK : multiRaw(values);
      };
    }
    case 'place': {
      const unsure = question.unsure && { code: UNSURE, label: UNSURE_LABEL };
      const search = context.searchPlaces;
      return (streams) =>
        placePrompt({ ...shared, ...started, hint, search, ...(unsure ? { unsure } : {}) }, streams);
    }
    default:
      return (streams) => textPrompt({ ...shared, ...started, hint, check: context.check }, streams);
  }
}

/** The options, and 不清楚 as the last where it is allowed. */
function choicesOf({ options, unsure }: PresentedQuestion): Choice[] {
  const choices: Choice[] = options.map(({ id, label }) => ({ value: id, label }));
  if (unsure) choices.push({ value: UNSURE, label: UNSURE_LABEL, note: unsureNote(unsure) });
  return choices;
}

function listOf(value: AnswerValue | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

function multiRaw(values: readonly string[]): unknown {
  return values.includes(UNSURE) ? UNSURE : values;
}

/**
 * Runs one prompt so that every way of leaving ends in `InterviewCancelled`. Inquirer knows Ctrl-C
 * alone: on Ctrl-D, or when the input ends, its promise would never settle.
 */
async function cancellable<T>(terminal: Terminal, ask: (streams: PromptStreams) => Promise<T>): Promise<T> {
  const { input, output, signal } = terminal;
  const leaving = new AbortController();
  let reason: CancelReason = 'interrupt';
  const leave = (why: CancelReason) => {
    reason = why;
    leaving.abort();
  };
  const onSignal = () => leave(signal.reason as CancelReason);
  const onEnd = () => leave('end-of-input');
  const onKey = (_text: unknown, key?: PressedKey) => {
    if (key?.ctrl && key.name === 'd') onEnd();
  };
  if (signal.aborted) throw new InterviewCancelled(signal.reason as CancelReason);
  signal.addEventListener('abort', onSignal);
  input.on('keypress', onKey);
  input.on('end', onEnd);
  try {
    return await ask({ input, output, signal: leaving.signal });
  } catch (error) {
    const left = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
    throw left ? new InterviewCancelled(reason) : error;
  } finally {
    signal.removeEventListener('abort', onSignal);
    input.off('keypress', onKey);
    input.off('end', onEnd);
  }
}
