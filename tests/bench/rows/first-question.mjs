import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from '@lydell/node-pty';
import { BIN, plainEnvironment } from '../measure.mjs';

const FIRST_QUESTION = '这次是给谁办？';
const PATIENCE = 20_000;

/** Milliseconds from the start of `yibao yidi` in a pseudo-terminal until its first question is drawn. */
export async function timeFirstQuestion() {
  const state = mkdtempSync(join(tmpdir(), 'yibao-bench-'));
  const { CI: _, ...env } = plainEnvironment();
  const start = performance.now();
  const terminal = spawn(process.execPath, [BIN, 'yidi'], {
    cols: 80,
    rows: 30,
    name: 'xterm-256color',
    env: { ...env, TERM: 'xterm-256color', XDG_STATE_HOME: state },
  });
  try {
    await new Promise((resolve, reject) => {
      let seen = '';
      const timer = setTimeout(() => reject(new Error(`no first question: ${seen}`)), PATIENCE);
      terminal.onData((data) => {
        seen += data;
        if (!seen.includes(FIRST_QUESTION)) return;
        clearTimeout(timer);
        resolve(undefined);
      });
    });
    return performance.now() - start;
  } finally {
    const ended = new Promise((resolve) => terminal.onExit(resolve));
    terminal.kill('SIGKILL');
    await ended;
    rmSync(state, { recursive: true, force: true });
  }
}
