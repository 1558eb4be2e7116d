import { useKeypress, useState } from '@inquirer/core';
import { createDrawnPrompt } from './draw-prompt.ts';
import { gestureOf } from './gesture.ts';
import {
  answeredLine,
  BACK,
  headerLines,
  hintLines,
  type PromptConfig,
  restoreLine,
  typedLine,
  usableColumns,
  wentBackLine,
} from './prompt-view.ts';
import type { Understood } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { usePaste } from './use-paste.ts';
import { NOTHING_TYPED, readBack, startHint } from './wording.ts';

/** A question answered by typing: a date, a month, a number. */
export interface TextConfig extends PromptConfig {
  /** How it is written. */
  readonly hint: string;
  readonly start?: string;
  readonly check: (typed: string) => string | undefined;
  readonly understand: (typed: string) => Understood | undefined;
}

/** Lets a person type a line, refused with a reason until it will do, and read back before it counts. */
export const textPrompt = createDrawnPrompt<string | typeof BACK, TextConfig>((config, done) => {
  const { look, header, back } = config;
  const [typed, setTyped] = useState('');
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string | typeof BACK>();
  const help = useHelp(look, header.ask, config.help);
  const isPasted = usePaste();

  const finish = (answer: string | typeof BACK) => {
    setFinished(answer);
    done(answer);
  };
  const confirm = (write: (line: string) => void) => {
    const answer = typed.trim() || (config.start ?? '');
    const problem = answer === '' ? NOTHING_TYPED : config.check(answer);
    const understood = problem === undefined ? config.understand(answer) : undefined;
    if (problem === undefined && (understood === undefined || understood.written === answer)) {
      return finish(answer);
    }
    // Enter emptied the line; put it back to be corrected, or as it was understood.
    const line = understood?.written ?? typed;
    write(line);
    setTyped(line);
    setRefused(problem ?? readBack(understood?.said ?? ''));
  };

  useKeypress((key, rl) => {
    const gesture = gestureOf(key);
    if (isPasted(key)) return gesture === 'enter' ? restoreLine(rl, typed) : setTyped(typedLine(look, rl));
    if (help.press(key)) return restoreLine(rl, typed);
    if (back !== undefined && gesture === 'back') return finish(BACK);
    if (gesture === 'enter') return confirm((line) => rl.write(line));
    const line = typedLine(look, rl);
    if (line !== typed) setRefused(undefined);
    setTyped(line);
  });

  if (finished === BACK) return wentBackLine(look, back ?? '');
  if (finished !== undefined) {
    return answeredLine(look, header.ask, config.understand(finished)?.said ?? finished, MARKS.done);
  }
  if (help.screen !== undefined) return help.screen;
  const columns = usableColumns(look);
  const top = headerLines(look, { ...header, ...(refused === undefined ? {} : { refused }) });
  const said = typed === '' ? undefined : config.understand(typed)?.said;
  const hint = typed === '' && config.start ? startHint(config.hint, config.start) : config.hint;
  const bottom = [
    ...look.wrap(said === undefined ? hint : `= ${said}`, columns).map(look.style.quiet),
    ...hintLines(look, 'text', back),
  ];
  return [[...top, `${MARKS.pointer} ${typed}`].join('\n'), bottom.join('\n')];
});
