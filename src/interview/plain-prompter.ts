import { UNSURE } from '../model/answers.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { InterviewCancelled } from './cancelled.ts';
import { chooseAPlace } from './plain-place.ts';
import { numbered, type PlainTerminal, readLine } from './plain-terminal.ts';
import type { AskContext, Choice, Prompter, Reply, ReviewReply, ReviewRow, Understood } from './prompter.ts';
import {
  backLabel,
  describeChoiceRange,
  helpLines,
  inputHint,
  isYes,
  occasionLine,
  openingLines,
  plainConfirmHint,
  plainHints,
  plainReadBack,
  plainReviewHints,
  plainStartHint,
  REVIEW_ASK,
  UNSURE_LABEL,
  unsureNote,
} from './wording.ts';

/** The plain face of the interview: numbered lines, no redrawing, answers read line by line. */
export function createPlainPrompter(terminal: PlainTerminal): Prompter {
  let isFirst = true;
  return {
    async open(title, forWhom, isKept) {
      terminal.write(`${isFirst ? '' : '\n'}${openingLines(title, forWhom, isKept).join('\n')}\n`);
      isFirst = false;
    },
    ask: (question, context) => askQuestion(terminal, question, context),
    review: (rows, canGoBack) => review(terminal, rows, canGoBack),
    choose: (ask, choices, start) => choose(terminal, ask, choices, start),
    async input(ask, start, check) {
      terminal.write(`\n${ask}\n${plainStartHint(start)}\n`);
      for (;;) {
        const typed = (await readLine(terminal)) || start;
        const problem = check(typed);
        if (problem === undefined) return typed;
        terminal.write(`${problem}\n`);
      }
    },
    async confirm(ask) {
      terminal.write(`\n${ask}\n${plainConfirmHint}\n`);
      return isYes(await readLine(terminal));
    },
    tell: (sentence) => terminal.write(`${sentence}\n`),
    close: () => terminal.lines.close(),
  };
}

async function choose(
  terminal: PlainTerminal,
  ask: string,
  choices: readonly Choice[],
  start: string | undefined,
): Promise<string> {
  const hint =
    start === undefined
      ? ''
      : `${plainStartHint(choices.find(({ value }) => value === start)?.label ?? '')}\n`;
  terminal.write(`\n${ask}\n${numbered(choices)}${hint}`);
  for (;;) {
    const line = await readLine(terminal);
    if (line === 'q') throw new InterviewCancelled('interrupt');
    if (line === '' && start !== undefined) return start;
    const choice =
      choices[Number(line) - 1] ?? choices.find(({ value, label }) => [value, label].includes(line));
    if (choice) return choice.value;
    terminal.write(`${describeChoiceRange(choices.length)}\n`);
  }
}

async function review(
  terminal: PlainTerminal,
  rows: readonly ReviewRow[],
  canGoBack: boolean,
): Promise<ReviewReply> {
  const lines = rows.map(({ ask, label }, index) => `${index + 1}. ${ask}\n   ${label}\n`);
  terminal.write(`\n${REVIEW_ASK}\n${lines.join('')}${plainReviewHints(canGoBack)}\n`);
  for (;;) {
    // Whoever pipes in all answers and no more has nothing to change.
    const line = await readLine(terminal, { ifPipeEnds: '' });
    if (line === '') return { kind: 'done' };
    if (line === 'q') throw new InterviewCancelled('interrupt');
    if (line === 'b' && canGoBack) return { kind: 'back' };
    const row = /^\d+$/.test(line) ? rows[Number(line) - 1] : undefined;
    if (row) return { kind: 'change', question: row.question };
    terminal.write(`${describeChoiceRange(rows.length)}\n`);
  }
}

async function askQuestion(
  terminal: PlainTerminal,
  question: PresentedQuestion,
  context: AskContext,
): Promise<Reply> {
  const choices = choicesOf(question);
  const why = question.why === undefined ? '' : `${question.why}\n`;
  const refused = context.refused === undefined ? '' : `${context.refused}\n`;
  const hint = choices.length > 0 ? numbered(choices) : `${inputHint(question)}\n`;
  const hints = plainHints(question, backLabel(context));
  terminal.write(`\n${occasionLine(context)}\n${question.ask}\n${why}${hint}${hints}\n${refused}`);
  const turn: Turn = { terminal, question, choices, context };
  for (;;) {
    const reply = await readReply(turn);
    if (reply) return reply;
  }
}

/** A question while it is being answered. */
interface Turn {
  readonly terminal: PlainTerminal;
  readonly question: PresentedQuestion;
  readonly choices: readonly Choice[];
  readonly context: AskContext;
  /** A date that was read back: an empty line agrees. */
  readBack?: Understood | undefined;
}

/** One line and what it means; undefined where it only led to a message. */
async function readReply(turn: Turn): Promise<Reply | undefined> {
  const { terminal, question, choices, context } = turn;
  const line = await readLine(terminal);
  if (line === 'q') throw new InterviewCancelled('interrupt');
  if (line === 'b' && context.canGoBack) return { kind: 'back' };
  const said = turn.readBack;
  turn.readBack = undefined;
  if (line === '') return said && { kind: 'answer', raw: said.written };
  if (line === '?' || line === '？') {
    terminal.write(`${helpLines(question).join('\n')}\n`);
    return undefined;
  }
  if (choices.length > 0 && /^\d+$/.test(line) && !choices[Number(line) - 1]) {
    terminal.write(`${describeChoiceRange(choices.length)}\n`);
    return undefined;
  }
  return takeAnswer(turn, line);
}

async function takeAnswer(turn: Turn, line: string): Promise<Reply | undefined> {
  const { terminal, question, choices, context } = turn;
  const isPlace = question.type === 'place';
  const raw = isPlace ? await chooseAPlace(terminal, line, context) : byNumber(question, choices, line);
  if (raw === undefined) return undefined;
  const problem = context.check(raw);
  const understood = problem === undefined ? context.understand(line) : undefined;
  if (problem !== undefined) terminal.write(`${problem}\n`);
  else if (understood && understood.written !== line) {
    turn.readBack = understood;
    terminal.write(`${plainReadBack(understood.said)}\n`);
  } else return { kind: 'answer', raw };
  return undefined;
}

function choicesOf({ options, unsure }: PresentedQuestion): Choice[] {
  if (options.length === 0) return [];
  const choices: Choice[] = options.map(({ id, label }) => ({ value: id, label }));
  if (unsure) choices.push({ value: UNSURE, label: UNSURE_LABEL, note: unsureNote(unsure) });
  return choices;
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
