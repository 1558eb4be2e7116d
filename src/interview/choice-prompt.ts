import { useKeypress, useState } from '@inquirer/core';
import stringWidth from 'string-width';
import { createDrawnPrompt } from './draw-prompt.ts';
import { gestureOf, typedCharacter } from './gesture.ts';
import {
  answeredLine,
  BACK,
  HIDE_CURSOR,
  hanging,
  headerLines,
  hintLines,
  type PromptConfig,
  type PromptLook,
  usableColumns,
  waitLines,
  wentBackLine,
  windowOf,
} from './prompt-view.ts';
import type { Choice } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { usePaste } from './use-paste.ts';

/** A question with one answer out of a list. */
export interface ChoiceConfig extends PromptConfig {
  readonly choices: readonly Choice[];
  /** The value pointed at to begin with. */
  readonly start?: string;
  /** A last choice without a number, pointed at to begin with: Enter alone takes it. */
  readonly confirm?: Choice;
}

interface Entry extends Omit<Choice, 'value'> {
  readonly value: string | typeof BACK;
  /** The key that chooses it. */
  readonly key: string;
}

/** Lets a person choose by arrows and Enter, or by number. */
export const choicePrompt = createDrawnPrompt<string | typeof BACK, ChoiceConfig>((config, done) => {
  const { look, header, choices, back } = config;
  const entries = entriesOf(config);
  const [active, setActive] = useState(startOf(config, entries));
  const [chosen, setChosen] = useState<number>();
  // Of ten choices or more, 1 may be the first digit of 10.
  const [digits, setDigits] = useState('');
  const help = useHelp(look, header.ask, config.help);
  const isPasted = usePaste();

  const choose = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    setActive(index);
    setChosen(index);
    done(entry.value);
  };
  const pressDigit = (digit: string) => {
    const number = Number(digits + digit);
    if (number === 0 && back !== undefined) return choose(entries.length - 1);
    if (number < 1 || number > choices.length) {
      setDigits('');
      return;
    }
    if (number * 10 > choices.length) return choose(number - 1);
    setDigits(String(number));
    setActive(number - 1);
  };

  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (isPasted(key) || help.press(key)) return;
    const gesture = gestureOf(key);
    if (gesture === 'digit') return pressDigit(typedCharacter(key));
    setDigits('');
    if (gesture === 'enter') choose(active);
    else if (gesture === 'up') setActive((active - 1 + entries.length) % entries.length);
    else if (gesture === 'down') setActive((active + 1) % entries.length);
    else if (back !== undefined && (gesture === 'back' || gesture === 'left')) choose(entries.length - 1);
  });

  const taken = chosen === undefined ? undefined : entries[chosen];
  if (taken?.value === BACK) return wentBackLine(look, taken.label);
  if (taken) return answeredLine(look, header.ask, taken.label, MARKS.done);
  if (help.screen !== undefined) return help.screen + HIDE_CURSOR;
  const top = headerLines(look, header);
  const kind = config.confirm ? 'review' : config.help.length > 0 ? 'choice' : 'menu';
  const hints = digits === '' ? hintLines(look, kind, back) : waitLines(look, digits);
  const blocks = entries.map((entry, index) => entryLines(look, entry, index === active));
  const room = look.screen().rows - top.length - hints.length - 1;
  return [...top, ...windowOf(blocks, active, room), ...hints].join('\n') + HIDE_CURSOR;
});

function entriesOf({ choices, confirm, back }: ChoiceConfig): Entry[] {
  const numbered = choices.map((choice, index) => ({ ...choice, key: `${index + 1}. ` }));
  return [
    ...numbered,
    ...(confirm ? [{ ...confirm, key: '' }] : []),
    ...(back === undefined ? [] : [{ value: BACK, label: back, key: '0. ' } as const]),
  ];
}

function startOf({ choices, confirm, start }: ChoiceConfig, entries: readonly Entry[]): number {
  const started = choices.findIndex(({ value }) => value === start);
  if (started >= 0) return started;
  return confirm ? entries.findIndex(({ value }) => value === confirm.value) : 0;
}

function entryLines(look: PromptLook, entry: Entry, isActive: boolean): string[] {
  const { style } = look;
  const indent = 2 + entry.key.length;
  const prefix = `${isActive ? MARKS.pointer : ' '} ${entry.key}`;
  const paint = isActive ? style.active : (line: string) => line;
  const lines = answerBeside(look, prefix, entry) ?? [
    ...hanging(look, prefix, indent, entry.label).map(paint),
    ...(entry.answer === undefined ? [] : under(look, indent, entry.answer).map(style.answer)),
  ];
  if (!isActive || !entry.note) return lines;
  return [...lines, ...under(look, indent, entry.note).map(style.quiet)];
}

/** Label and answer on one line, where both fit. */
function answerBeside(look: PromptLook, prefix: string, { label, answer }: Entry): string[] | undefined {
  if (answer === undefined) return undefined;
  const { style } = look;
  const paint = prefix.startsWith(MARKS.pointer) ? style.active : (line: string) => line;
  const line = `${prefix}${label} ${answer}`;
  if (stringWidth(line) > usableColumns(look)) return undefined;
  return [`${paint(`${prefix}${label}`)} ${style.answer(answer)}`];
}

function under(look: PromptLook, indent: number, text: string): string[] {
  return hanging(look, ' '.repeat(indent), indent, text);
}
