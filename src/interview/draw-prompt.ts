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
        rl.output.write(makeRoom(drawn.current, config.look.screen().columns));
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
function makeRoom(drawn: Drawing, columns: number): string {
  const [top, below] = typeof drawn === 'string' ? [drawn, ''] : drawn;
  const lines = top.split('\n');
  const broken = lines.reduce((sum, line) => sum + rowsOf(line, columns), 0);
  const lower = below === '' ? 0 : below.split('\n').length;
  const clear = `\r${up(broken - 1)}\u001B[J`;
  // Line feeds, because moving down would stop at the foot of the window.
  return `${clear}${'\n'.repeat(lines.length - 1 + lower)}${up(lower)}`;
}

function rowsOf(line: string, columns: number): number {
  return Math.max(Math.ceil(stringWidth(stripVTControlCharacters(line)) / Math.max(columns, 1)), 1);
}

function up(rows: number): string {
  return rows > 0 ? `\u001B[${rows}A` : '';
}
