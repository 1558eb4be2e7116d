import { stripVTControlCharacters } from 'node:util';
import { createPrompt, useEffect, useRef, useState } from '@inquirer/core';
import stringWidth from 'string-width';
import type { PromptLook } from './prompt-view.ts';

/** What a prompt draws: the part down to the line with the cursor, and what stands below it. */
export type Drawing = string | [upToCursor: string, below: string];

type Draw<Value, Config> = (config: Config, done: (value: Value) => void) => Drawing;

/** As `createPrompt`, but drawn anew when the window is resized. */
export function createDrawnPrompt<Value, Config extends { readonly look: PromptLook }>(
  draw: Draw<Value, Config>,
) {
  return createPrompt<Value, Config>((config, done) => {
    const [, setResizes] = useState(0);
    const drawn = useRef<Drawing>('');
    useEffect((rl) => {
      let resizes = 0;
      return config.look.onResize?.(() => {
        rl.output.unmute();
        rl.output.write(makeRoom(config.look, drawn.current));
        rl.output.mute();
        resizes += 1;
        setResizes(resizes);
      });
    }, []);
    drawn.current = draw(config, done);
    return drawn.current;
  });
}

/**
 * Terminals break lines anew when they become narrower, so that what was drawn is higher than Inquirer
 * believes. This clears all of it and leaves the cursor where Inquirer's next drawing starts from.
 */
function makeRoom(look: PromptLook, drawn: Drawing): string {
  const [top, below] = typeof drawn === 'string' ? [drawn, ''] : drawn;
  const lines = top.split('\n').length;
  const lower = below === '' ? 0 : below.split('\n').length;
  const above = look.transcript?.lines() ?? [];
  // Terminals differ in where they leave the cursor, so what stands above is written again where it is known.
  const clear = above.length > 0 ? clearAll(look, above, lines + lower) : clearAbove(look, top);
  // Line feeds, because moving down would stop at the foot of the window.
  return `${clear}${'\n'.repeat(lines - 1 + lower)}${up(lower)}`;
}

/** Clears what was drawn down to the cursor, as it has been broken. */
function clearAbove(look: PromptLook, top: string): string {
  const { columns } = look.screen();
  const broken = top.split('\n').reduce((sum, line) => sum + rowsOf(line, columns), 0);
  return `\r${up(broken - 1)}\u001B[J`;
}

/** Clears the window, and writes again as much of what stood above as finds room. */
function clearAll(look: PromptLook, above: readonly string[], height: number): string {
  const room = Math.max(look.screen().rows - height, 0);
  const shown = room === 0 ? [] : above.slice(-room);
  return `\u001B[H\u001B[J${shown.map((line) => `${line}\n`).join('')}`;
}

function rowsOf(line: string, columns: number): number {
  return Math.max(Math.ceil(stringWidth(stripVTControlCharacters(line)) / Math.max(columns, 1)), 1);
}

function up(rows: number): string {
  return rows > 0 ? `\u001B[${rows}A` : '';
}
