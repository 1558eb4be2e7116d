import { createPrompt, useKeypress, useMemo, useState } from '@inquirer/core';
import { gestureOf } from './gesture.ts';
import {
  answeredLine,
  BACK,
  hanging,
  headerLines,
  hintLines,
  type PromptHeader,
  type PromptLook,
  restoreLine,
  usableColumns,
  wentBackLine,
  windowOf,
} from './prompt-view.ts';
import type { OfferedPlace } from './prompter.ts';
import { MARKS } from './theme.ts';
import { useHelp } from './use-help.ts';
import { BACK_LABEL, NO_PLACE_FOUND, TYPE_A_PLACE } from './wording.ts';

/** A question answered by searching for a place. */
export interface PlaceConfig {
  readonly look: PromptLook;
  readonly header: PromptHeader;
  readonly hint: string;
  readonly search: (typed: string) => readonly OfferedPlace[];
  /** Offered after the places: 不清楚. */
  readonly unsure?: OfferedPlace;
  readonly start?: string;
  readonly canGoBack: boolean;
  readonly help: readonly string[];
}

/** Narrows the places while a person types; Enter takes the one pointed at. */
export const placePrompt = createPrompt<string | typeof BACK, PlaceConfig>((config, done) => {
  const { look, header, canGoBack, unsure } = config;
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(config.start === undefined ? -1 : 0);
  const [refused, setRefused] = useState(header.refused);
  const [finished, setFinished] = useState<string>();
  const help = useHelp(look, header.ask, config.help);
  const found = useMemo(() => offered(config, typed), [typed]);
  const entries = unsure ? [...found, unsure] : found;

  const finish = (value: string | typeof BACK, label: string) => {
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
    setTyped(line);
    setActive(offered(config, line).length > 0 ? 0 : -1);
    setRefused(undefined);
  };

  useKeypress((key, rl) => {
    if (help.press(key)) return restoreLine(rl, typed);
    const gesture = gestureOf(key);
    if (gesture === 'up' || gesture === 'down') {
      restoreLine(rl, typed);
      move(gesture === 'up' ? -1 : 1);
    } else if (gesture === 'enter') {
      // Enter emptied the line.
      rl.write(typed);
      confirm();
    } else if (canGoBack && gesture === 'back') finish(BACK, BACK_LABEL);
    else type(rl.line);
  });

  if (finished === BACK_LABEL) return wentBackLine(look);
  if (finished !== undefined) return answeredLine(look, header.ask, finished, MARKS.done);
  if (help.screen !== undefined) return help.screen;
  const columns = usableColumns(look);
  const nothing = typed.trim() !== '' && found.length === 0 ? NO_PLACE_FOUND : undefined;
  const why = refused ?? nothing;
  const top = headerLines(look, { ...header, ...(why === undefined ? {} : { refused: why }) });
  const foot = [
    ...look.wrap(config.hint, columns).map(look.style.quiet),
    ...hintLines(look, 'place', canGoBack),
  ];
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
