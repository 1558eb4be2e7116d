import type { AnswerValue } from '../model/answers.ts';
import { UNSURE } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { choicePrompt } from './choice-prompt.ts';
import { confirmPrompt, inputPrompt } from './menu-prompts.ts';
import { multiPrompt } from './multi-prompt.ts';
import { pausePrompt } from './pause-prompt.ts';
import { placePrompt } from './place-prompt.ts';
import { BACK, type PromptConfig, type PromptLook, usableColumns } from './prompt-view.ts';
import type { AskContext, Choice, Prompter, Reply, ReviewReply, ReviewRow } from './prompter.ts';
import { type PromptStreams, runPrompt, type Terminal } from './run-prompt.ts';
import { textPrompt } from './text-prompt.ts';
import { createTranscript } from './transcript.ts';
import {
  BACK_LABEL,
  backLabel,
  helpLines,
  inputHint,
  occasionLine,
  openingLines,
  REVIEW_ASK,
  REVIEW_DONE,
  UNSURE_LABEL,
  unsureNote,
} from './wording.ts';

/** A window lower than this shows the opening alone, so that it does not scroll away unread. */
const ROWS_FOR_OPENING = 20;

/** The rich face of the interview: lists, ticks and searches drawn on `terminal.output`. */
export function createInquirerPrompter(terminal: Terminal, window: PromptLook): Prompter {
  const transcript = createTranscript();
  const look: PromptLook = { ...window, transcript };
  const write = (lines: readonly string[]) => terminal.output.write(`${lines.join('\n')}\n`);
  // What stands above is set apart by an empty line; the opening has one of its own.
  let isApart = false;
  const apart = (): boolean => {
    const before = isApart;
    isApart = true;
    return before;
  };
  return {
    async open(title, forWhom, isKept) {
      if (isApart) write(['']);
      isApart = false;
      transcript.clear();
      transcript.add(() => opening(look, openingLines(title, forWhom, isKept)));
      write(transcript.lines());
      if (look.screen().rows < ROWS_FOR_OPENING) {
        await runPrompt(terminal, (streams) => pausePrompt({ look }, streams), { leavesNothing: true });
      }
    },
    ask: (question, context) => askQuestion(terminal, look, question, context, apart()),
    review: (rows, canGoBack) => review(terminal, look, rows, { canGoBack, apart: apart() }),
    async choose(ask, choices, start) {
      isApart = true;
      transcript.clear();
      const config = {
        look,
        header: { ask, apart: start !== undefined },
        choices,
        help: [],
        ...(start === undefined ? {} : { start }),
      };
      return String(await runPrompt(terminal, (streams) => choicePrompt(config, streams)));
    },
    input: (ask, start, check) =>
      runPrompt(terminal, (streams) => inputPrompt(look.style, { ask, start, check }, streams)),
    confirm: (ask) => runPrompt(terminal, (streams) => confirmPrompt(look.style, ask, streams)),
    tell: (sentence) => void write(look.wrap(sentence, usableColumns(look))),
    close() {},
  };
}

function opening(look: PromptLook, [title = '', ...rest]: readonly string[]): string {
  const wrap = (line: string) => look.wrap(line, usableColumns(look));
  const quiet = rest.flatMap((line) => wrap(line).map(look.style.quiet));
  return [...wrap(title).map(look.style.ask), ...quiet, ''].join('\n');
}

async function askQuestion(
  terminal: Terminal,
  look: PromptLook,
  question: PresentedQuestion,
  context: AskContext,
  apart: boolean,
): Promise<Reply> {
  const raw = await runPrompt<unknown>(terminal, promptFor(look, question, context, apart));
  return raw === BACK ? { kind: 'back' } : { kind: 'answer', raw };
}

async function review(
  terminal: Terminal,
  look: PromptLook,
  rows: readonly ReviewRow[],
  { canGoBack, apart }: { readonly canGoBack: boolean; readonly apart: boolean },
): Promise<ReviewReply> {
  const config = {
    look,
    header: { ask: REVIEW_ASK, apart },
    choices: rows.map(({ question, ask, label }) => ({ value: question, label: ask, answer: label })),
    confirm: { value: '', label: REVIEW_DONE },
    help: [],
    ...(canGoBack ? { back: BACK_LABEL } : {}),
  };
  const chosen = await runPrompt(terminal, (streams) => choicePrompt(config, streams), {
    leavesNothing: true,
  });
  if (chosen === BACK) return { kind: 'back' };
  return chosen === '' ? { kind: 'done' } : { kind: 'change', question: String(chosen) };
}

type Ask = (streams: PromptStreams) => Promise<unknown>;

function promptFor(look: PromptLook, question: PresentedQuestion, context: AskContext, apart: boolean): Ask {
  const shared = sharedConfig(look, question, context, apart);
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
    default: {
      const { check, understand } = context;
      const line = start === UNSURE ? { start: UNSURE_LABEL } : started;
      return (streams) => textPrompt({ ...shared, ...line, hint, check, understand }, streams);
    }
  }
}

function sharedConfig(
  look: PromptLook,
  question: PresentedQuestion,
  context: AskContext,
  apart: boolean,
): PromptConfig {
  const back = backLabel(context);
  return {
    look,
    help: helpLines(question),
    header: {
      progress: occasionLine(context),
      apart,
      ask: question.ask,
      ...(question.why === undefined ? {} : { why: question.why }),
      ...(context.refused === undefined ? {} : { refused: context.refused }),
    },
    ...(back === undefined ? {} : { back }),
  };
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
