import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/** What the built command did. */
export interface LauncherRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command without a terminal. */
export function runLauncher(
  argv: readonly string[],
  { stdin = '', env = {} }: { stdin?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<LauncherRun> {
  const child = spawn(process.execPath, [launcher, ...argv], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      XDG_STATE_HOME: mkdtempSync(join(tmpdir(), 'yibao-')),
      ...env,
    },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })));
}
