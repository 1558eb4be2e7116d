import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostileFiles } from './hostile-flows.ts';

/** Writes what a stranger sent into a folder of its own. */
export function makeHostileFolder(folder: string, files: HostileFiles): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
