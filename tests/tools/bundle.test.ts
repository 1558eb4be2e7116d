import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.mjs';

test('a library that asks for its own file name works in the bundle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  const entry = fileURLToPath(new URL('../../src/cli/output-file.ts', import.meta.url));
  await bundle({ entries: { output: entry }, folder, minify: false });
  // In a process of its own: Vitest gives modules the names that Node does not.
  const program = `import { writeAtomically } from './output.js'; await writeAtomically('list.md', '清单');`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder });
  expect(readFileSync(join(folder, 'list.md'), 'utf8')).toBe('清单');
});
