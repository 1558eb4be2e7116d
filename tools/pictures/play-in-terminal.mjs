import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/**
 * @typedef {{ text: string, column: number, columns: number, look: string }} Run some characters that stand
 *   side by side, are equally wide and look alike; `look` holds letters: b bold, d dim, and 0-7 the colour
 * @typedef {{ rows: Run[][], hold: number }} Frame what the window shows, and for how many milliseconds
 * @typedef {{ press?: string, until: string, from?: string, hold: number }} Cue keys, the text that must
 *   show before the picture is taken, perhaps the text that stands at the top of it, scrolled back to
 */

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));
const day = new URL('./on-the-day.mjs', import.meta.url).href;
const PATIENCE = 30_000;
/** The program draws a screen in one go; this is how long nothing more may come. */
const QUIET = 250;

/**
 * Runs the built program in a pseudo-terminal, plays the cues and takes a picture after each.
 * @param {{ argv: string[], shown: string, columns: number, rows: number, cues: Cue[] }} play `shown` is the
 *   command line as a person would type it
 * @returns {Promise<Frame[]>}
 * @throws {Error} when a cue's text never shows
 */
export async function playInTerminal({ argv, shown, columns, rows, cues }) {
  const state = mkdtempSync(join(tmpdir(), 'yibao-picture-'));
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 2000 });
  /** @type {(data: string) => Promise<void>} */
  const draw = (data) => new Promise((resolve) => terminal.write(data, resolve));
  await draw(`\u001B[2m$\u001B[22m ${shown}\r\n`);
  const child = spawn(process.execPath, ['--import', day, launcher, ...argv], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    env: { PATH: process.env.PATH ?? '', HOME: state, XDG_STATE_HOME: state, LANG: 'C.UTF-8' },
  });
  let pending = Promise.resolve();
  let lastData = Date.now();
  child.onData((data) => {
    lastData = Date.now();
    pending = pending.then(() => draw(data));
  });
  try {
    /** @type {Frame[]} */
    const frames = [];
    for (const { press, until, from, hold } of cues) {
      if (press !== undefined) {
        lastData = Date.now();
        child.write(press);
      }
      const shows = () =>
        pending.then(() => allText(terminal).includes(until) && Date.now() - lastData > QUIET);
      await waitFor(shows, () => `never saw ${until}; the screen was:\n${allText(terminal)}`);
      frames.push({ rows: windowFrom(terminal, from), hold });
    }
    return frames;
  } finally {
    child.kill('SIGKILL');
    rmSync(state, { recursive: true, force: true });
  }
}

/**
 * @param {() => Promise<boolean>} isSo
 * @param {() => string} complaint
 */
async function waitFor(isSo, complaint) {
  const end = Date.now() + PATIENCE;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(complaint());
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** @param {import('@xterm/headless').Terminal} terminal */
function allText({ buffer: { active } }) {
  return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true)).join(
    '\n',
  );
}

/**
 * The rows of the window, or those from the first one that holds a text.
 * @param {import('@xterm/headless').Terminal} terminal
 * @param {string | undefined} from
 */
function windowFrom(terminal, from) {
  const { active } = terminal.buffer;
  const all = allText(terminal).split('\n');
  const top = from === undefined ? active.baseY : all.findIndex((line) => line.includes(from));
  return Array.from({ length: terminal.rows }, (_, row) => {
    const line = active.getLine(top + row);
    return line ? readRuns(line, terminal.cols) : [];
  });
}

/**
 * @param {import('@xterm/headless').IBufferLine} line
 * @param {number} columns
 */
function readRuns(line, columns) {
  /** @type {Run[]} */
  const runs = [];
  let width = 0;
  for (let column = 0; column < columns; column += 1) {
    const cell = line.getCell(column);
    if (!cell || cell.getWidth() === 0) continue;
    const text = cell.getChars() || ' ';
    const look = lookOf(cell);
    const last = runs.at(-1);
    if (last && last.look === look && width === cell.getWidth()) {
      last.text += text;
      last.columns += width;
    } else {
      width = cell.getWidth();
      runs.push({ text, column, columns: width, look });
    }
  }
  return runs.map(trimRun).filter(({ text }) => text !== '');
}

/** @param {import('@xterm/headless').IBufferCell} cell */
function lookOf(cell) {
  const colour = cell.isFgPalette() ? String(cell.getFgColor() % 8) : '';
  return [cell.isBold() ? 'b' : '', cell.isDim() ? 'd' : '', colour].join('');
}

/**
 * Spaces need no ink.
 * @param {Run} run
 */
function trimRun(run) {
  const text = run.text.replace(/^ +| +$/g, '');
  const before = run.text.search(/[^ ]|$/);
  const spaces = run.text.length - text.length;
  return { ...run, text, column: run.column + before, columns: run.columns - spaces };
}
