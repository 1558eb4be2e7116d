import { createPrompt, useKeypress, useState } from '@inquirer/core';
import { type Gesture, gestureOf, typedCharacter } from './gesture.ts';
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
import { BACK_LABEL, NONE_CHOSEN } from './wording.ts';

/** A question with any number of answers out of a list. */
export interface MultiConfig {
  readonly look: PromptLook;
  readonly header: PromptHeader;
  readonly choices: readonly Choice[];
  /** Values that exclude every other one: “都没有”, 不清楚. */
  readonly alone: readonly string[];
  readonly start: readonly string[];
  readonly canGoBack: boolean;
  readonly help: readonly string[];
  readonly check: (values: readonly string[]) => string | undefined;
}

/** Lets a person tick entries by Space or number, and confirm by Enter. */
export const multiPrompt = createPrompt<readonly string[] | typeof BACK, MultiConfig>((config, done) => {
  const { look, header, choices, canGoBack } = config;
  const count = choices.length + (canGoBack ? 1 : 0);
  const [active, setActive] = useState(0);
  const [ticked, setTicked] = useState<readonly string[]>(config.start);
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string>();
  const help = useHelp(look, header.ask, config.help);

  const back = () => {
    setFinished(BACK_LABEL);
    done(BACK);
  };
  const tick = (index: number) => {
    const value = choices[index]?.value;
    if (value === undefined) return;
    setActive(index);
    setTicked(toggled(ticked, value, config));
    setRefused(undefined);
  };
  const confirm = () => {
    const problem = config.check(ticked);
    if (problem !== undefined) return setRefused(problem);
    setFinished(labels(choices, ticked));
    done(ticked);
  };

  const pressDigit = (digit: number) => {
    if (digit > 0) tick(digit - 1);
    else if (canGoBack) back();
  };
  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (help.press(key)) return;
    const gesture = gestureOf(key);
    if (gesture === 'digit') pressDigit(Number(typedCharacter(key)));
    else if (gesture === 'up') setActive((active - 1 + count) % count);
    else if (gesture === 'down') setActive((active + 1) % count);
    else if (meansBack(gesture, active === choices.length, canGoBack)) back();
    else if (gesture === 'space') tick(active);
    else if (gesture === 'enter') confirm();
  });

  if (finished === BACK_LABEL) return wentBackLine(look);
  if (finished !== undefined) return answeredLine(look, header.ask, finished, MARKS.done);
  if (help.screen !== undefined) return help.screen + HIDE_CURSOR;
  const top = headerLines(look, { ...header, ...(refused === undefined ? {} : { refused }) });
  const hints = hintLines(look, 'multi', canGoBack);
  const blocks = choices.map((choice, index) => {
    const mark = ticked.includes(choice.value) ? MARKS.on : MARKS.off;
    return entryLines(look, `${mark} ${index + 1}. `, choice, index === active);
  });
  if (canGoBack) blocks.push(entryLines(look, '  0. ', { label: BACK_LABEL }, active === choices.length));
  const room = look.screen().rows - top.length - hints.length - 1;
  return [...top, ...windowOf(blocks, active, room), ...hints].join('\n') + HIDE_CURSOR;
});

function meansBack(gesture: Gesture, onBack: boolean, canGoBack: boolean): boolean {
  if (onBack) return gesture === 'enter' || gesture === 'space';
  return canGoBack && (gesture === 'back' || gesture === 'left');
}

/** Ticks or unticks a value; one that stands alone clears the rest, and is cleared by any other. */
function toggled(ticked: readonly string[], value: string, config: MultiConfig): readonly string[] {
  if (ticked.includes(value)) return ticked.filter((other) => other !== value);
  if (config.alone.includes(value)) return [value];
  const kept = new Set([...ticked.filter((other) => !config.alone.includes(other)), value]);
  return config.choices.map((choice) => choice.value).filter((id) => kept.has(id));
}

function labels(choices: readonly Choice[], ticked: readonly string[]): string {
  const chosen = choices.filter(({ value }) => ticked.includes(value));
  return chosen.length === 0 ? NONE_CHOSEN : chosen.map(({ label }) => label).join('；');
}

function entryLines(
  look: PromptLook,
  prefix: string,
  entry: { label: string; note?: string },
  isActive: boolean,
): string[] {
  const indent = 2 + prefix.length;
  const lines = hanging(look, `${isActive ? MARKS.pointer : ' '} ${prefix}`, indent, entry.label);
  if (!isActive) return lines;
  const note = entry.note ? hanging(look, ' '.repeat(indent), indent, entry.note) : [];
  return [...lines.map(look.style.active), ...note.map(look.style.quiet)];
}
