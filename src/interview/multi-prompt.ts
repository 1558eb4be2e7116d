import { useKeypress, useState } from '@inquirer/core';
import { createDrawnPrompt } from './draw-prompt.ts';
import { type Gesture, gestureOf, typedCharacter } from './gesture.ts';
import {
  answeredLine,
  BACK,
  HIDE_CURSOR,
  hanging,
  headerLines,
  hintLines,
  type PromptConfig,
  type PromptLook,
  wentBackLine,
  windowOf,
} from './prompt-view.ts';
import type { Choice } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { usePaste } from './use-paste.ts';
import { NONE_CHOSEN } from './wording.ts';

/** A question with any number of answers out of a list. */
export interface MultiConfig extends PromptConfig {
  readonly choices: readonly Choice[];
  /** Values that exclude every other one: “都没有”, 不清楚. */
  readonly alone: readonly string[];
  readonly start: readonly string[];
  readonly check: (values: readonly string[]) => string | undefined;
}

/** Lets a person tick entries by Space or number, and confirm by Enter. */
export const multiPrompt = createDrawnPrompt<readonly string[] | typeof BACK, MultiConfig>((config, done) => {
  const { look, header, choices, back } = config;
  const count = choices.length + (back === undefined ? 0 : 1);
  const [active, setActive] = useState(0);
  const [ticked, setTicked] = useState<readonly string[]>(config.start);
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string | typeof BACK>();
  const help = useHelp(look, header.ask, config.help);
  const isPasted = usePaste();

  const goBack = () => {
    setFinished(BACK);
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
    else if (back !== undefined) goBack();
  };
  useKeypress((key, rl) => {
    rl.clearLine(0);
    if (isPasted(key) || help.press(key)) return;
    const gesture = gestureOf(key);
    if (gesture === 'digit') pressDigit(Number(typedCharacter(key)));
    else if (gesture === 'up') setActive((active - 1 + count) % count);
    else if (gesture === 'down') setActive((active + 1) % count);
    else if (meansBack(gesture, active === choices.length, back !== undefined)) goBack();
    else if (gesture === 'space') tick(active);
    else if (gesture === 'enter') confirm();
  });

  if (finished === BACK) return wentBackLine(look, back ?? '');
  if (finished !== undefined) return answeredLine(look, header.ask, finished, MARKS.done);
  if (help.screen !== undefined) return help.screen + HIDE_CURSOR;
  const top = headerLines(look, { ...header, ...(refused === undefined ? {} : { refused }) });
  const hints = hintLines(look, 'multi', back);
  const blocks = choices.map((choice, index) => {
    const mark = ticked.includes(choice.value) ? MARKS.on : MARKS.off;
    return entryLines(look, `${mark} ${index + 1}. `, choice, index === active);
  });
  if (back !== undefined) {
    blocks.push(entryLines(look, '  0. ', { label: back }, active === choices.length));
  }
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
