import { readFile } from 'node:fs/promises';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { makeTablesLate } from '../../tools/late-widths.mjs';

const file = new URL('../../node_modules/string-width/index.js', import.meta.url);

/** The changed library, with its own imports found from where it stands. */
async function changedLibrary(): Promise<{ text: string; width: typeof stringWidth }> {
  const text = makeTablesLate(await readFile(file, 'utf8'));
  const standing = text.replace(/from '([^']+)'/g, (_, name) => `from '${import.meta.resolve(name)}'`);
  const { default: width } = await import(`data:text/javascript,${encodeURIComponent(standing)}`);
  return { text, width };
}

test('the tables of string-width are made when first used, and measure the same', async () => {
  const { text, width } = await changedLibrary();
  expect(text).not.toMatch(/^const \w+ = (?:.*\/v;|new )/m);
  const texts = ['', 'abc', '医保', '👨‍👩‍👧', '☑️', '1⃣', 'é', '각', 'ｶﾞ', '\u001b[1m医\u001b[0m', '①…—'];
  expect(texts.map((sample) => width(sample))).toEqual(texts.map((sample) => stringWidth(sample)));
});

test('a string-width that is written in another way stops the build', () => {
  expect(() => makeTablesLate('const segmenter = makeSegmenter();')).toThrow('string-width has changed');
});
