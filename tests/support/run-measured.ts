import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));
const preload = new URL('measure-preload.mjs', import.meta.url).href;

/** What a run of the built command did, and what it took. */
export interface MeasuredRun {
  /** `null` where it was ended by a signal: it hung, or crashed. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the processor, so that a busy machine does not count. */
  readonly seconds: number;
  readonly megabytes: number;
}

/** A run that takes longer is ended. */
const LONGEST_MS = 100_000;

/** Runs the built command without a terminal, and measures it. */
export async function runMeasured(
  argv: readonly string[],
  { stdin = '', env = {} }: { stdin?: string | Uint8Array; env?: Readonly<Record<string, string>> } = {},
): Promise<MeasuredRun> {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-measure-'));
  const usage = join(folder, 'usage.json');
  const child = spawn(process.execPath, ['--import', preload, launcher, ...argv], {
    cwd: folder,
    timeout: LONGEST_MS,
    killSignal: 'SIGKILL',
    env: { PATH: process.env.PATH, HOME: folder, XDG_STATE_HOME: folder, YIBAO_TEST_USAGE: usage, ...env },
  });
  const chunks: Record<'stdout' | 'stderr', Buffer[]> = { stdout: [], stderr: [] };
  child.stdout.on('data', (chunk) => chunks.stdout.push(chunk));
  child.stderr.on('data', (chunk) => chunks.stderr.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const took =
    code === null ? { seconds: Infinity, megabytes: Infinity } : JSON.parse(readFileSync(usage, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  const text = (name: 'stdout' | 'stderr') => Buffer.concat(chunks[name]).toString();
  return { code, stdout: text('stdout'), stderr: text('stderr'), ...took };
}
