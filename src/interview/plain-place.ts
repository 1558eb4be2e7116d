import { InterviewCancelled } from './cancelled.ts';
import { numbered, type PlainTerminal, readLine } from './plain-terminal.ts';
import type { AskContext } from './prompter.ts';
import { CHOOSE_PLACE, describeChoiceRange, NO_PLACE_FOUND, PLACE_MORE } from './wording.ts';

/** The most places listed for one search. */
const MOST_PLACES = 20;

/** Takes a name that means one place; otherwise lists those meant and reads a number. */
export async function chooseAPlace(
  terminal: PlainTerminal,
  typed: string,
  context: AskContext,
): Promise<unknown> {
  const places = context.searchPlaces(typed);
  const sameName = places.filter(({ exact }) => exact);
  if (context.check(typed) === undefined && sameName.length <= 1) return typed;
  if (places.length === 0) {
    terminal.write(`${NO_PLACE_FOUND}\n`);
    return undefined;
  }
  const shown = places.slice(0, MOST_PLACES);
  const more = places.length > shown.length ? `${PLACE_MORE}\n` : '';
  const choices = shown.map(({ code, label }) => ({ value: code, label }));
  terminal.write(`${numbered(choices)}${more}${CHOOSE_PLACE}\n`);
  const line = await readLine(terminal);
  if (line === 'q') throw new InterviewCancelled('interrupt');
  // Back from here is back to the question itself.
  if (line === 'b') return undefined;
  if (!/^\d{1,2}$/.test(line)) return line === '' ? undefined : chooseAPlace(terminal, line, context);
  const place = shown[Number(line) - 1];
  if (!place) terminal.write(`${describeChoiceRange(shown.length)}\n`);
  return place?.code;
}
