import { UNSURE } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { type CancelReason, InterviewCancelled } from './cancelled.ts';
import type { LineReader } from './line-reader.ts';
import type { AskContext, Choice, Prompter, Reply } from './prompter.ts';
import {
  describeChoiceRange,
  helpLines,
  inputHint,
  NO_PLACE_FOUND,
  openingLines,
  PLACE_MORE,
  plainHints,
  progressLine,
  UNSURE_LABEL,
  unsureNote,
} from './wording.ts';

/** Where a plain interview reads and writes. */
export interface PlainTerminal {
  readonly lines: LineReader;
  readonly write: (text: string) => void;
  /** Aborted with a `CancelReason` when a signal ends the run. */
  readonly signal: AbortSignal;
}

/** The most places listed for one search. */
const MOST_PLACES = 20;

/** The plain face of the interview: numbered lines, no redrawing, answers read line by line. */
export function createPlainPrompter(terminal: PlainTerminal): Prompter {
  return {
    open(title, forWhom) {
      terminal.write(`${openingLines(title, forWhom).join('\n')}\n`);
    },
    ask: (question, context) => askQuestion(terminal, question, context),
    async choose(ask, choices) {
      terminal.write(`\n${ask}\n${numbered(choices)}`);
      for (;;) {
        const line = await readLine(terminal);
        const choice =
          choices[Number(line) - 1] ?? choices.find(({ value, label }) => [value, label].includes(line));
        if (choice) return choice.value;
        terminal.write(`${describeChoiceRange(choices.length)}\n`);
      }
    },
    close: () => terminal.lines.close(),
  };
}

async function readLine({ lines, write, signal }: PlainTerminal): Promise<string> {
  write('> ');
  const line = await lines.next();
  if (line !== undefined) return line.trim();
  // The cursor stands after the prompt sign.
  write('\n');
  throw new InterviewCancelled(signal.aborted ? (signal.reason as CancelReason) : 'end-of-input');
}

async function askQuestion(
  terminal: PlainTerminal,
  question: PresentedQuestion,
  context: AskContext,
): Promise<Reply> {
  const choices = choicesOf(question);
  const progress = progressLine(context.number, context.remaining);
  const why = question.why === undefined ? '' : `${question.why}\n`;
  const refused = context.refused === undefined ? '' : `${context.refused}\n`;
  const hint = choices.length > 0 ? numbered(choices) : `${inputHint(question)}\n`;
  terminal.write(
    `\n${progress}\n${question.ask}\n${why}${hint}${plainHints(question, context.canGoBack)}\n${refused}`,
  );
  for (;;) {
    const reply = await readReply(terminal, question, choices, context);
    if (reply) return reply;
  }
}

/** One line and what it means; undefined where it only led to a message. */
async function readReply(
  terminal: PlainTerminal,
  question: PresentedQuestion,
  choices: readonly Choice[],
  context: AskContext,
): Promise<Reply | undefined> {
  const line = await readLine(terminal);
  if (line === '') return undefined;
  if (line === 'q') throw new InterviewCancelled('interrupt');
  if (line === 'b' && context.canGoBack) return { kind: 'back' };
  if (line === '?' || line === '？') {
    terminal.write(`${helpLines(question).join('\n')}\n`);
    return undefined;
  }
  if (choices.length > 0 && /^\d+$/.test(line) && !choices[Number(line) - 1]) {
    terminal.write(`${describeChoiceRange(choices.length)}\n`);
    return undefined;
  }
  const isPlace = question.type === 'place';
  const raw = isPlace ? await narrowPlace(terminal, line, context) : byNumber(question, choices, line);
  if (raw === undefined) return undefined;
  const problem = context.check(raw);
  if (problem === undefined) return { kind: 'answer', raw };
  terminal.write(`${problem}\n`);
  return undefined;
}

function choicesOf({ options, unsure }: PresentedQuestion): Choice[] {
  if (options.length === 0) return [];
  const choices: Choice[] = options.map(({ id, label }) => ({ value: id, label }));
  if (unsure) choices.push({ value: UNSURE, label: UNSURE_LABEL, note: unsureNote(unsure) });
  return choices;
}

function numbered(choices: readonly Choice[]): string {
  return choices
    .map(({ label, note }, index) => `${index + 1}. ${label}${note ? `（${note}）` : ''}\n`)
    .join('');
}

/** A number stands for its choice; anything else is taken as written, an id or the words shown. */
function byNumber(question: PresentedQuestion, choices: readonly Choice[], line: string): unknown {
  const value = (word: string) => (/^\d+$/.test(word) ? (choices[Number(word) - 1]?.value ?? word) : word);
  if (choices.length === 0) return line;
  if (question.type !== 'multi') return value(line);
  const values = line
    .split(/[\s,，、]+/u)
    .filter((word) => word !== '')
    .map(value);
  return values.includes(UNSURE) && values.length === 1 ? UNSURE : values;
}

/** Takes a name that means one place; otherwise lists those meant and reads a number. */
async function narrowPlace(terminal: PlainTerminal, typed: string, context: AskContext): Promise<unknown> {
  if (context.check(typed) === undefined) return typed;
  const places = context.searchPlaces(typed);
  if (places.length === 0) {
    terminal.write(`${NO_PLACE_FOUND}\n`);
    return undefined;
  }
  const shown = places.slice(0, MOST_PLACES);
  const more = places.length > shown.length ? `${PLACE_MORE}\n` : '';
  terminal.write(`${numbered(shown.map(({ code, label }) => ({ value: code, label })))}${more}`);
  const line = await readLine(terminal);
  if (!/^\d{1,2}$/.test(line)) return line === '' ? undefined : narrowPlace(terminal, line, context);
  const place = shown[Number(line) - 1];
  if (!place) terminal.write(`${describeChoiceRange(shown.length)}\n`);
  return place?.code;
}
