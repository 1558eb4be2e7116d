import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Circumstances, type CliRun, runCli } from '../test-context.ts';
import { toyStore } from '../toy-store.ts';

const store = toyStore();

/** Runs `yibao batch toy …` in this process. */
export function runToyBatch(argv: readonly string[], circumstances: Circumstances = {}): Promise<CliRun> {
  return runCli(['batch', 'toy', ...argv], { store, ...circumstances });
}

/** A new folder for a run to write to. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yibao-batch-'));
}

/** A file with this content in a folder of its own. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Records as NDJSON. */
export function ndjson(...records: unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}

/** The lines of an output, read. */
export function linesOf(output: string) {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
