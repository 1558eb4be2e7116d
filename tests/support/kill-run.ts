import { spawn } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/** When a run is killed: so many milliseconds after it began, or after a part of a file was begun in a folder. */
export type Moment = { readonly after: number } | { readonly writingIn: string; readonly after: number };

/** What a run came to that was killed, or that ended before it could be. */
export interface KilledRun {
  readonly wasKilled: boolean;
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly milliseconds: number;
}

/** Runs the built command and kills it (SIGKILL) at a moment; never, where none is given. */
export function runAndKill(argv: readonly string[], cwd: string, moment?: Moment): Promise<KilledRun> {
  const began = performance.now();
  const child = spawn(process.execPath, [launcher, ...argv], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk) => stdout.push(chunk));
  child.stderr.on('data', (chunk) => stderr.push(chunk));
  const disarm = moment ? arm(moment, () => child.kill('SIGKILL')) : () => {};
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      disarm();
      resolve({
        wasKilled: signal === 'SIGKILL',
        code,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
        milliseconds: performance.now() - began,
      });
    });
  });
}

function arm(moment: Moment, kill: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  const start = () => {
    timer ??= setTimeout(kill, moment.after);
  };
  if ('writingIn' in moment) {
    watcher = watch(moment.writingIn, (_event, name) => {
      if (name?.endsWith('.part')) start();
    });
  } else start();
  return () => {
    clearTimeout(timer);
    watcher?.close();
  };
}
