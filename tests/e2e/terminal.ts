import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/** A real run in a pseudo-terminal, and the screen a person would see. */
export interface TerminalRun {
  /** The lines of the window, without empty ones at its foot. */
  screen(): string;
  /** All lines, those scrolled away included. */
  everything(): string;
  /** What was written, as it was written. */
  output(): string;
  press(keys: string): void;
  /** Waits until the screen holds the text, or holds it so many times. */
  seen(text: string, times?: number): Promise<void>;
  /** One after another: waits for a text, then presses its keys. */
  answer(...steps: readonly (readonly [seen: string, keys: string])[]): Promise<void>;
  /** Presses Ctrl-C; the exit code. */
  leave(): Promise<number>;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  /** The exit code; a signal that ended the run is 128 and its number. */
  ended(): Promise<number>;
  isCursorShown(): boolean;
}

/** How the window and the run are set up. */
export interface TerminalSetup {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** A file that stdout goes to instead of the window. */
  readonly stdoutFile?: string;
  /** The user's state folder; without it, one of this run alone. */
  readonly state?: string;
  /** The folder that the command is run in. */
  readonly cwd?: string;
}

/** A loaded machine may be slow; a test waits no longer than it has to. */
const PATIENCE = 25_000;

/** An empty folder of its own. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yibao-'));
}

/** Starts `yibao` in a pseudo-terminal. */
export function startInTerminal(argv: readonly string[], setup: TerminalSetup = {}): TerminalRun {
  return startProgramInTerminal(...commandLine(argv, setup.stdoutFile), setup);
}

/** Starts any program in a pseudo-terminal. */
export function startProgramInTerminal(
  program: string,
  args: readonly string[],
  setup: TerminalSetup = {},
): TerminalRun {
  const { columns = 80, rows = 24, env = {} } = setup;
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 2000 });
  let output = '';
  const child = spawn(program, [...args], {
    cols: columns,
    rows,
    name: env.TERM ?? 'xterm-256color',
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      XDG_STATE_HOME: setup.state ?? newFolder(),
      ...env,
    },
    ...(setup.cwd === undefined ? {} : { cwd: setup.cwd }),
  });
  onTestFinished(() => {
    if (running) child.kill('SIGKILL');
  });
  let running = true;
  let pending = Promise.resolve();
  child.onData((data) => {
    output += data;
    pending = pending.then(() => new Promise((resolve) => terminal.write(data, resolve)));
  });
  const exit = new Promise<number>((resolve) => {
    child.onExit(({ exitCode, signal }) => {
      running = false;
      resolve(signal ? 128 + signal : exitCode);
    });
  });
  const lines = (from: number): string => {
    const buffer = terminal.buffer.active;
    const rowsShown = Array.from({ length: buffer.length - from }, (_, row) =>
      buffer.getLine(from + row)?.translateToString(true),
    );
    return rowsShown.join('\n').trimEnd();
  };
  // What a run wrote last may come after its end.
  const lastWords = async (text: string, times: number) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    await pending;
    return run.everything().split(text).length > times;
  };
  const run: TerminalRun = {
    screen: () => lines(terminal.buffer.active.baseY),
    everything: () => lines(0),
    output: () => output,
    press: (keys) => child.write(keys),
    async seen(text, times = 1) {
      const patience = Date.now() + PATIENCE;
      for (;;) {
        await pending;
        if (run.everything().split(text).length > times) return;
        if (!running && (await lastWords(text, times))) return;
        if (!running || Date.now() > patience)
          throw new Error(`never saw ${text}; the screen was:\n${run.everything()}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async answer(...steps) {
      for (const [text, keys] of steps) {
        await run.seen(text);
        run.press(keys);
      }
    },
    leave() {
      run.press('\u0003');
      return run.ended();
    },
    resize(newColumns, newRows) {
      terminal.resize(newColumns, newRows);
      child.resize(newColumns, newRows);
    },
    kill: (signal) => child.kill(signal),
    async ended() {
      const code = await Promise.race([exit, new Promise<void>((resolve) => setTimeout(resolve, PATIENCE))]);
      await pending;
      if (code === undefined) throw new Error(`never ended; the screen was:\n${run.everything()}`);
      return code;
    },
    isCursorShown: () => output.lastIndexOf('\u001B[?25h') >= output.lastIndexOf('\u001B[?25l'),
  };
  return run;
}

function commandLine(argv: readonly string[], stdoutFile: string | undefined): [string, string[]] {
  if (stdoutFile === undefined) return [process.execPath, [launcher, ...argv]];
  return [
    'sh',
    ['-c', 'out=$1; shift; exec "$@" > "$out"', 'sh', stdoutFile, process.execPath, launcher, ...argv],
  ];
}
