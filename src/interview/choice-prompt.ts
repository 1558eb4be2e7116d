import { createPrompt, useKeypress, useRef, useState } from '@inquirer/core';
import { gestureOf, typedCharacter } from './gesture.ts';
import {
  answeredLine,
  BACK,
  HIDE_CURSOR,
  hanging,
  headerLines,
  hintLines,
  type PromptHeader,
  type PromptLook,
  wentBackLine,
  windowOf,
} from './prompt-view.ts';
import type { Choice } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { BACK_LABEL } from './wording.ts';

/** A question with one answer out of a list. */
export interface ChoiceConfig {
  readonly look: PromptLook;
  readonly header: PromptHeader;
  readonly choices: readonly Choice[];
  /** The value pointed at to begin with. */
  readonly start?: string;
  readonly canGoBack: boolean;
  readonly help: readonly string[];
}

type Entry = Omit<Choice, 'value'> & { readonly value: string | typeof BACK };

/** Lets a person choose by arrows and Enter, or by number. */
export const choicePrompt = createPrompt<string | typeof BACK, ChoiceConfig>((config, done) => {
  const { look, header, choices, canGoBack } = config;
  const entries: readonly Entry[] = canGoBack ? [...choices, { value: BACK, label: BACK_LABEL }] : choices;
  const started = choices.findIndex(({ value }) => value === config.start);
  const [active, setActive] = useState(Math.max(started, 0));
  const [chosen, setChosen] = useState<number>();
  const digits = useRef('');
  const help = useHelp(look, header.ask, config.help);

  const choose = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    setActive(index);
    setChosen(index);
    done(entry.value);
  };
  const pressDigit = (digit: string) => {
    const number = Number(digits.current + digit);
    if (number === 0 && canGoBack) return choose(entries.length - 1);
    if (number < 1 || number > choices.length) {
      digits.current = '';
      return;
    }
    if (number * 10 > choices.length) return choose(number - 1);
    digits.current = String(number);
    setActive(number - 1);
  };

  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (help.press(key)) return;
    const gesture = gestureOf(key);
    if (gesture === 'digit') return pressDigit(typedCharacter(key));
    digits.current = '';
    if (gesture === 'enter') choose(active);
    else if (gesture === 'up') setActive((active - 1 + entries.length) % entries.length);
    else if (gesture === 'down') setActive((active + 1) % entries.length);
    else if (canGoBack && (gesture === 'back' || gesture === 'left')) choose(entries.length - 1);
  });

  const taken = chosen === undefined ? undefined : entries[chosen];
  if (taken?.value === BACK) return wentBackLine(look);
  if (taken) return answeredLine(look, header.ask, taken.label, MARKS.done);
  if (help.screen !== undefined) return help.screen + HIDE_CURSOR;
  const top = headerLines(look, header);
  const hints = hintLines(look, 'choice', canGoBack);
  const blocks = entries.map((entry, index) =>
    entryLines(look, entry, numberOf(entry, index), index === active),
  );
  const room = look.screen().rows - top.length - hints.length - 1;
  return [...top, ...windowOf(blocks, active, room), ...hints].join('\n') + HIDE_CURSOR;
});

function numberOf(entry: Entry, index: number): number {
  return entry.value === BACK ? 0 : index + 1;
}

function entryLines(look: PromptLook, entry: Entry, number: number, isActive: boolean): string[] {
  const label = `${number}. `;
  const mark = isActive ? MARKS.pointer : ' ';
  const lines = hanging(look, `${mark} ${label}`, 2 + label.length, entry.label);
  if (!isActive) return lines;
  const note = entry.note ? hanging(look, ' '.repeat(2 + label.length), 2 + label.length, entry.note) : [];
  return [...lines.map(look.style.active), ...note.map(look.style.quiet)];
}
