import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundle } from '../../tools/bundle.mjs';

test('a library that asks for its own file name works in the bundle', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  writeFileSync(join(folder, 'library.cjs'), 'module.exports = () => __filename;');
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, "import own from './library.cjs';\nexport const name = own();\n");
  await bundle({ entries: { output: entry }, folder, format: 'esm', minify: false });
  // In a process of its own: Vitest gives modules the names that Node does not.
  const program = "import { name } from './output.js'; process.stdout.write(name);";
  const printed = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder });
  expect(printed.toString()).toBe(join(folder, 'output.js'));
});

test('what a library unpacks is unpacked by Node, into the room that it gives', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, "import inflate from 'tiny-inflate';\nexport const unpack = inflate;\n");
  await bundle({ entries: { output: entry }, folder, format: 'esm', minify: false });
  const { unpack } = await import(join(folder, 'output.js'));
  expect(unpack(deflateRawSync(new Uint8Array([7, 8, 9])), new Uint8Array(4))).toEqual(
    new Uint8Array([7, 8, 9, 0]),
  );
});
