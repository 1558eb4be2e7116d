import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { unpackTablesLate } from '../../tools/late-tables.mjs';
import { packageFolder } from '../support/package-folder.ts';

interface Properties {
  readonly getScript: (code: number) => string;
  readonly getCategory: (code: number) => string;
}

/** It comes with the library of fonts. */
const file = pathToFileURL(join(packageFolder, 'node_modules/unicode-properties/dist/module.mjs'));

test('the tables of characters are unpacked when first asked, and say the same', async () => {
  const text = unpackTablesLate(await readFile(file, 'utf8'));
  expect(text).not.toMatch(/^const \S+ = new /m);
  const standing = text.replace(/from "([^"]+)"/g, (_, name) => `from "${import.meta.resolve(name)}"`);
  const late: Properties = await import(`data:text/javascript,${encodeURIComponent(standing)}`);
  const properties: Properties = await import(file.href);
  const codes = [0x41, 0x31, 0x533b, 0xff0c, 0x3042, 0x627, 0x300, 0x1f600, 0x10ffff];
  expect(codes.map(late.getScript)).toEqual(codes.map(properties.getScript));
  expect(codes.map(late.getCategory)).toEqual(codes.map(properties.getCategory));
});

test('a library of fonts that is written in another way stops the build', () => {
  expect(() => unpackTablesLate('const trie = makeTrie();')).toThrow('fontkit has changed');
});
