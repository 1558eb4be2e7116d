import stringWidth from 'string-width';
import type { InterviewStyle } from './theme.ts';
import type { Transcript } from './transcript.ts';
import { digitHint, HELP_RETURN, HELP_SCROLL, keyHints, MORE_ABOVE, MORE_BELOW } from './wording.ts';

/** The terminal as a prompt sees it; asked anew for every drawing, because windows are resized. */
interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** What all prompts share. */
export interface PromptLook {
  readonly style: InterviewStyle;
  readonly screen: () => Screen;
  /** Breaks text into lines of at most so many columns, by the rules of Chinese. */
  readonly wrap: (text: string, columns: number) => readonly string[];
  /** Calls back when the window is resized, until the returned function is called. */
  readonly onResize?: (listener: () => void) => () => void;
  /** What stands above, to be written again after a resize. */
  readonly transcript?: Transcript;
}

/** What all questions are configured with. */
export interface PromptConfig {
  readonly look: PromptLook;
  readonly header: PromptHeader;
  /** The words for the way back, where there is one. */
  readonly back?: string;
  /** What `?` shows. */
  readonly help: readonly string[];
}

/** What stands above every question. */
export interface PromptHeader {
  readonly progress?: string;
  /** Other answers stand above: an empty line sets the question apart. */
  readonly apart?: boolean;
  readonly ask: string;
  readonly why?: string;
  readonly refused?: string;
}

/** Returned by a prompt when the person wants the question before. */
export const BACK: unique symbol = Symbol('back');

/** One column is left free: terminals differ in when a full line wraps. */
export function usableColumns(look: PromptLook): number {
  return Math.max(look.screen().columns - 1, 10);
}

/** Text with a first-line prefix, later lines indented under it. */
export function hanging(look: PromptLook, prefix: string, indent: number, text: string): string[] {
  const lines = look.wrap(text, usableColumns(look) - indent);
  return lines.map((line, index) => (index === 0 ? prefix : ' '.repeat(indent)) + line);
}

/** In a low window every line counts: no empty line below 20 rows, the reason only on `?` below 15. */
function isLow(look: PromptLook, rows = 15): boolean {
  return look.screen().rows < rows;
}

/** Progress, question and reason. */
export function headerLines(look: PromptLook, header: PromptHeader): string[] {
  const columns = usableColumns(look);
  const { style } = look;
  // Apart from what was answered before; gone once this is answered too.
  const lines = header.apart && !isLow(look, 20) ? [''] : [];
  if (header.progress) lines.push(style.quiet(header.progress));
  lines.push(...look.wrap(header.ask, columns).map(style.ask));
  if (header.why && !isLow(look)) lines.push(...look.wrap(header.why, columns).map(style.quiet));
  if (header.refused) lines.push(...look.wrap(header.refused, columns).map(style.refused));
  return lines;
}

/** The keys that do something. */
export function hintLines(
  look: PromptLook,
  kind: Parameters<typeof keyHints>[0],
  back: string | undefined,
): string[] {
  const columns = usableColumns(look);
  const hints = keyHints(kind, back, columns < 60 || isLow(look));
  return look.wrap(hints, columns).map(look.style.quiet);
}

/** Said in place of the keys while a number may go on. */
export function waitLines(look: PromptLook, digits: string): string[] {
  return look.wrap(digitHint(digits), usableColumns(look)).map(look.style.quiet);
}

/** What stays on the screen where a person went back. */
export function wentBackLine(look: PromptLook, back: string): string {
  return stays(look, () => look.style.quiet(`（${back}）`));
}

/** What stays on the screen once a question is answered. */
export function answeredLine(look: PromptLook, ask: string, answer: string, mark: string): string {
  return stays(look, () => {
    const sign = `${look.style.answer(mark)} `;
    const together = hanging(look, sign, 2, `${ask} ${answer}`);
    if (together.length === 1) return `${sign}${ask} ${look.style.answer(answer)}`;
    const below = hanging(look, '  ', 2, answer).map(look.style.answer);
    return [...hanging(look, sign, 2, ask), ...below].join('\n');
  });
}

function stays(look: PromptLook, draw: () => string): string {
  look.transcript?.add(draw);
  return draw();
}

/**
 * As many of the blocks as fit into `height` lines, the pointed-at one always among them whole,
 * with a line that says so where some are cut off.
 */
export function windowOf(blocks: readonly (readonly string[])[], active: number, height: number): string[] {
  const total = blocks.reduce((sum, block) => sum + block.length, 0);
  if (total <= height) return blocks.flat();
  const room = Math.max(height - 2, 1);
  let first = active;
  let last = active;
  let used = blocks[active]?.length ?? 0;
  for (;;) {
    const below = blocks[last + 1];
    const above = blocks[first - 1];
    if (below && used + below.length <= room) {
      last += 1;
      used += below.length;
    } else if (above && used + above.length <= room) {
      first -= 1;
      used += above.length;
    } else break;
  }
  const shown = blocks.slice(first, last + 1).flat();
  return [...(first > 0 ? [MORE_ABOVE] : []), ...shown, ...(last < blocks.length - 1 ? [MORE_BELOW] : [])];
}

/** The help screen of a question, from line `offset` on; with it, the last offset that makes sense. */
export function helpScreen(
  look: PromptLook,
  ask: string,
  help: readonly string[],
  offset: number,
): { text: string; lastOffset: number } {
  const columns = usableColumns(look);
  const head = look.wrap(ask, columns).map(look.style.ask);
  const body = help.flatMap((line) => [...look.wrap(line, columns)]);
  const room = Math.max(look.screen().rows - head.length - 2, 1);
  const lastOffset = Math.max(body.length - room, 0);
  const from = Math.min(offset, lastOffset);
  const hint = look.style.quiet(lastOffset > 0 ? HELP_SCROLL : HELP_RETURN);
  return { text: [...head, ...body.slice(from, from + room), hint].join('\n'), lastOffset };
}

/** Hides the cursor until the prompt is done; Inquirer shows it again itself. */
export const HIDE_CURSOR = '\u001B[?25l';

/** The line that is being typed, as readline holds it. */
export interface Line {
  readonly line: string;
  clearLine(side: 0): void;
  write(text: string): void;
}

/** The line being typed, kept to one row of the window and free of tabs and the like, which pasting brings. */
export function typedLine(look: PromptLook, rl: Line): string {
  const room = usableColumns(look) - 3;
  let line = rl.line.replace(/\p{Cc}/gu, '');
  while (stringWidth(line) > room) line = [...line].slice(0, -1).join('');
  if (line !== rl.line) restoreLine(rl, line);
  return line;
}

/** Arrow keys, Enter and `?` change readline's own line; what was typed is put back. */
export function restoreLine(rl: Line, typed: string): void {
  rl.clearLine(0);
  if (typed !== '') rl.write(typed);
}
