import { createPrompt, useKeypress, useState } from '@inquirer/core';
import { gestureOf } from './gesture.ts';
import {
  answeredLine,
  BACK,
  headerLines,
  hintLines,
  type PromptHeader,
  type PromptLook,
  restoreLine,
  usableColumns,
  wentBackLine,
} from './prompt-view.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { BACK_LABEL, NOTHING_TYPED } from './wording.ts';

/** A question answered by typing: a date, a month, a number. */
export interface TextConfig {
  readonly look: PromptLook;
  readonly header: PromptHeader;
  /** How it is written. */
  readonly hint: string;
  readonly start?: string;
  readonly canGoBack: boolean;
  readonly help: readonly string[];
  readonly check: (typed: string) => string | undefined;
}

/** Lets a person type a line, refused with a reason until it will do. */
export const textPrompt = createPrompt<string | typeof BACK, TextConfig>((config, done) => {
  const { look, header, canGoBack } = config;
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string>();
  const help = useHelp(look, header.ask, config.help);

  useKeypress((key, rl) => {
    if (help.press(key)) return restoreLine(rl, typed);
    const gesture = gestureOf(key);
    if (canGoBack && gesture === 'back') {
      setFinished(BACK_LABEL);
      return done(BACK);
    }
    if (gesture !== 'enter') {
      setTyped(rl.line);
      return setRefused(undefined);
    }
    const answer = typed.trim() || (config.start ?? '');
    const problem = answer === '' ? NOTHING_TYPED : config.check(answer);
    if (problem !== undefined) {
      // Enter emptied the line; put it back to be corrected.
      rl.write(typed);
      return setRefused(problem);
    }
    setFinished(answer);
    done(answer);
  });

  if (finished === BACK_LABEL) return wentBackLine(look);
  if (finished !== undefined) return answeredLine(look, header.ask, finished, MARKS.done);
  if (help.screen !== undefined) return help.screen;
  const columns = usableColumns(look);
  const top = headerLines(look, { ...header, ...(refused === undefined ? {} : { refused }) });
  const hint = typed === '' && config.start ? `${config.hint}。直接回车：${config.start}` : config.hint;
  const bottom = [...look.wrap(hint, columns).map(look.style.quiet), ...hintLines(look, 'text', canGoBack)];
  return [[...top, `${MARKS.pointer} ${typed}`].join('\n'), bottom.join('\n')];
});
