import { spawnSync } from 'node:child_process';

/** Runs a program of the system to its end. A program that is missing or fails is an error, never a skip. */
export function runProgram(name: string, args: readonly string[], input?: Uint8Array): Buffer {
  const { error, status, stdout, stderr } = spawnSync(name, args, {
    input,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw new Error(`${name} cannot be run: ${error.message}`);
  if (status !== 0) throw new Error(`${name} failed (${status}): ${stderr}`);
  return stdout;
}

/** Where a program is. Throws if it is nowhere. */
export function findProgram(name: string): string {
  return runProgram('sh', ['-c', 'command -v "$1"', 'sh', name]).toString().trim();
}
