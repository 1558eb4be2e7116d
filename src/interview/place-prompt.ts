import { useKeypress, useMemo, useState } from '@inquirer/core';
import { createDrawnPrompt } from './draw-prompt.ts';
import { type Gesture, gestureOf } from './gesture.ts';
import {
  answeredLine,
  BACK,
  hanging,
  headerLines,
  hintLines,
  type Line,
  type PromptConfig,
  restoreLine,
  typedLine,
  usableColumns,
  wentBackLine,
  windowOf,
} from './prompt-view.ts';
import type { OfferedPlace } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { usePaste } from './use-paste.ts';
import { NO_PLACE_FOUND, TYPE_A_PLACE } from './wording.ts';

/** A question answered by searching for a place. */
export interface PlaceConfig extends PromptConfig {
  readonly hint: string;
  readonly search: (typed: string) => readonly OfferedPlace[];
  /** Offered after the places: 不清楚. */
  readonly unsure?: OfferedPlace;
  readonly start?: string;
}

/** Narrows the places while a person types; Enter takes the one pointed at. */
export const placePrompt = createDrawnPrompt<string | typeof BACK, PlaceConfig>((config, done) => {
  const { look, header, back, unsure } = config;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(config.start === undefined ? -1 : 0);
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string | typeof BACK>();
  const help = useHelp(look, header.ask, config.help);
  const isPasted = usePaste();
  const found = useMemo(() => offered(config, typed), [typed]);
  const entries = unsure ? [...found, unsure] : found;

  const finish = (value: string | typeof BACK, label: string | typeof BACK) => {
    setFinished(label);
    done(value);
  };
  const confirm = () => {
    const place = entries[active];
    if (place) return finish(place.code, place.label);
    setRefused(typed.trim() === '' ? TYPE_A_PLACE : NO_PLACE_FOUND);
  };

  const move = (by: number) => setActive(Math.min(Math.max(active + by, 0), entries.length - 1));
  const type = (line: string) => {
    if (line === typed) return;
    setTyped(line);
    setActive(offered(config, line).length > 0 ? 0 : -1);
    setRefused(undefined);
  };

  /** A key that was pressed, not pasted. */
  const press = (gesture: Gesture, rl: Line) => {
    if (gesture === 'back' && back !== undefined) return finish(BACK, BACK);
    if (gesture === 'enter') {
      // Enter emptied the line.
      rl.write(typed);
      return confirm();
    }
    if (gesture !== 'up' && gesture !== 'down') return type(typedLine(look, rl));
    restoreLine(rl, typed);
    move(gesture === 'up' ? -1 : 1);
  };
  useKeypress((key, rl) => {
    const gesture = gestureOf(key);
    if (isPasted(key)) return gesture === 'enter' ? restoreLine(rl, typed) : type(typedLine(look, rl));
    if (help.press(key)) return restoreLine(rl, typed);
    press(gesture, rl);
  });

  if (finished === BACK) return wentBackLine(look, back ?? '');
  if (finished !== undefined) return answeredLine(look, header.ask, finished, MARKS.done);
  if (help.screen !== undefined) return help.screen;
  const columns = usableColumns(look);
  const nothing = typed.trim() !== '' && found.length === 0 ? NO_PLACE_FOUND : undefined;
  const why = refused ?? nothing;
  const top = headerLines(look, { ...header, ...(why === undefined ? {} : { refused: why }) });
  const foot = [...look.wrap(config.hint, columns).map(look.style.quiet), ...hintLines(look, 'place', back)];
  const blocks = entries.map(({ label }, index) => {
    const lines = hanging(look, `${index === active ? MARKS.pointer : ' '} `, 2, label);
    return index === active ? lines.map(look.style.active) : lines;
  });
  const room = Math.min(look.screen().rows - top.length - foot.length - 2, 10);
  const list = blocks.length > 0 ? windowOf(blocks, active, room) : [];
  return [[...top, `> ${typed}`].join('\n'), [...list, ...foot].join('\n')];
});

function offered(config: PlaceConfig, typed: string): readonly OfferedPlace[] {
  if (typed.trim() !== '') return config.search(typed.trim());
  return config.start === undefined ? [] : config.search(config.start).slice(0, 1);
}
