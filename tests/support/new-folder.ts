import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An empty folder of its own. */
export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'yibao-'));
}
