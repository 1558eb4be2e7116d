import { expect, test } from 'vitest';
import { FORMATS, formatOfFile, RENDERERS } from '../../src/render/formats.ts';
import { minimal } from '../support/sample-checklists.ts';

test('every format renders a checklist that ends with a line end', async () => {
  expect(FORMATS).toEqual(['terminal', 'text', 'markdown', 'json']);
  for (const format of FORMATS) expect(await RENDERERS[format].render(minimal, {})).toMatch(/\n$/);
});

test.each([
  ['list.md', 'markdown'],
  ['清单.TXT', 'text'],
  ['a.b/list.json', 'json'],
  ['list', undefined],
  ['list.docx', undefined],
])('the format of %s is %s', (path, format) => {
  expect(formatOfFile(path)).toBe(format);
});
