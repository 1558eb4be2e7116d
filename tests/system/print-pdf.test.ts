import { expect, test } from 'vitest';
import { renderPdf } from '../../src/render/pdf.ts';
import { readPaper, shareOfInk } from '../support/paper.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';
import { sampleFont as font } from '../support/sample-font.ts';

test('viewers find the title, the language of the page, A4 and a structure', async () => {
  const { info } = readPaper(await renderPdf(postedWorker, { font }));
  expect(info).toMatchObject({
    Title: '异地就医备案办事清单',
    Creator: 'yibao',
    Tagged: 'yes',
    'Page size': '595.28 x 841.89 pts (A4)',
    Pages: '3',
    JavaScript: 'no',
    Encrypted: 'no',
  });
});

test('the one font is embedded, and its text can be copied and searched', async () => {
  const { fonts, pages } = readPaper(await renderPdf(postedWorker, { font }));
  expect(fonts).toEqual([
    { name: expect.stringMatching(/\+NotoSansSC-Regular$/), embedded: true, unicode: true },
  ]);
  const [first = '', second = ''] = pages;
  expect(first).toContain('看病前备好案，就能在医院直接刷医保。类型选“常驻异地工作人员”。');
  expect(first.indexOf('一、要准备的材料')).toBeLessThan(first.indexOf('二、要做的事'));
  expect(first).toContain('最迟 2027年1月31日');
  for (const label of ['受理日期', '受理号', '经办窗口电话', '备注']) expect(second).toContain(label);
  expect(pages.map((page) => page.trim().split('\n').at(-1))).toEqual([
    '第 1 页，共 3 页',
    '第 2 页，共 3 页',
    '第 3 页，共 3 页',
  ]);
});

test.each([
  ['postedWorker', postedWorker],
  ['emergency', emergency],
  ['minimal', minimal],
])('%s is drawn: dark letters on white paper', async (_name, checklist) => {
  const bytes = await renderPdf(checklist, { font });
  expect(shareOfInk(bytes, 128)).toBeGreaterThan(0.002);
  expect(shareOfInk(bytes, 250)).toBeLessThan(0.35);
});

test('large letters are larger on the paper', async () => {
  const small = await renderPdf(emergency, { font });
  const large = await renderPdf(emergency, { font, large: true });
  expect(shareOfInk(large, 128)).toBeGreaterThan(shareOfInk(small, 128) * 1.5);
});
