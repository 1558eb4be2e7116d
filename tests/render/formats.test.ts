import { expect, test } from 'vitest';
import { FORMATS, formatOfFile, isBinary } from '../../src/render/format-names.ts';
import { RENDERERS } from '../../src/render/formats.ts';
import { postedWorker } from '../support/sample-checklists.ts';

test('every format for people or programs renders a checklist that ends with a line end', async () => {
  expect(FORMATS).toEqual(['terminal', 'text', 'markdown', 'html', 'pdf', 'json', 'ics']);
  for (const format of FORMATS) {
    if (isBinary(format)) continue;
    expect(await RENDERERS[format].render(postedWorker, {})).toMatch(/\n$/);
  }
});

test.each([
  ['list.md', 'markdown'],
  ['清单.TXT', 'text'],
  ['a.b/list.json', 'json'],
  ['打印.HTML', 'html'],
  ['打印.pdf', 'pdf'],
  ['日历.ics', 'ics'],
  ['list', undefined],
  ['list.docx', undefined],
])('the format of %s is %s', (path, format) => {
  expect(formatOfFile(path)).toBe(format);
});
