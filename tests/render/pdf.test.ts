import { expect, test } from 'vitest';
import type { Checklist } from '../../src/model/checklist.ts';
import { renderPdf } from '../../src/render/pdf.ts';
import { RenderError } from '../../src/render/render-error.ts';
import { readPdf } from '../support/read-pdf.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';
import { sampleFont as font } from '../support/sample-font.ts';

async function linesOf(checklist: Checklist): Promise<readonly (readonly string[])[]> {
  return readPdf(await renderPdf(checklist, { font })).pages;
}

const named = (text: string): string =>
  Buffer.from(`\ufeff${text}`, 'utf16le')
    .swap16()
    .toString('latin1')
    .replace(/[\\()\n\r]/g, '\\$&');

test('a page reads as the form does', async () => {
  expect(await linesOf(emergency)).toMatchInlineSnapshot(`
    [
      [
        "异地就医备案办事清单",
        "按 2026年11月22日的规定列出；内容最近核对：2026年11月20日",
        "不用办：先救人，急诊抢救不用备案[1]",
        "急诊抢救算已经备过案。要紧的是请医院按“急诊”登记。",
        "接着可以办：手工报销（yibao baoxiao）",
        "本地规定未核对，以下按全国规定，请打 12393 核实。",
        "一、要准备的材料",
        "医保码或社保卡[1]",
        "二、要做的事",
        "1. 先救人，同时请医院登记急诊[1]",
        "救人要紧，不用先去备案。",
        "告诉医院的医保办：是外地医保，请按“急诊”登记。",
        "谁办：家人",
        "三、不需要的",
        "备案[1]",
        "急诊抢救算已经备过案。",
        "办理记录（办的时候填）",
        "受理日期受理号",
        "经办窗口电话",
        "备注",
        "四、您的回答",
        "现在到哪一步了？在外地突然发病，正在急诊抢救",
        "五、依据",
        "[1] 《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》 医保发〔2022〕22号",
        "国家医保局、财政部；B 二手材料，2026年11月22日看过",
        "https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html",
        "有拿不准的，请打医保服务热线 12393。",
        "第 1 页，共 1 页",
      ],
    ]
  `);
});

test('same inputs give the same bytes, and the day is in them', async () => {
  const first = await renderPdf(postedWorker, { font });
  expect(Buffer.from(await renderPdf(postedWorker, { font })).equals(first)).toBe(true);
  expect(readPdf(first).objects).toContain('D:20261122000000Z');
});

test('every page tells its number and how many there are', async () => {
  const pages = await linesOf(postedWorker);
  expect(pages.map((lines) => lines.at(-1))).toEqual([
    '第 1 页，共 3 页',
    '第 2 页，共 3 页',
    '第 3 页，共 3 页',
  ]);
});

test('large letters take more pages and lose no word', async () => {
  const text = (pages: readonly (readonly string[])[]): string =>
    pages
      .map((lines) => lines.slice(0, -1).join(''))
      .join('')
      .replaceAll(' ', '');
  const small = await linesOf(postedWorker);
  const large = readPdf(await renderPdf(postedWorker, { font, large: true })).pages;
  expect(large.length).toBeGreaterThan(small.length);
  expect(text(large)).toBe(text(small));
});

test('title, language, structure and bookmarks are there for viewers and screen readers', async () => {
  const { objects } = readPdf(await renderPdf(postedWorker, { font }));
  expect(objects).toContain(named('异地就医备案办事清单'));
  expect(objects).toContain('/Lang (zh-CN)');
  expect(objects).toContain('/DisplayDocTitle true');
  expect(objects).toContain('/Marked true');
  const count = (type: string): number => objects.split(`/S /${type}\n`).length - 1;
  // A box for each of 5 materials, 5 steps and 1 thing to find out.
  expect({
    H1: count('H1'),
    H2: count('H2'),
    LI: count('LI'),
    Lbl: count('Lbl'),
    Link: count('Link'),
  }).toEqual({
    H1: 1,
    H2: 10,
    LI: 27,
    Lbl: 11,
    Link: 1,
  });
  expect(objects.split('/Title (').length - 1).toBe(10);
  expect(objects).toContain('/URI (https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html)');
});

test('an address that is not of the web is no link', async () => {
  const [source] = emergency.sources;
  const sources = source ? [{ ...source, url: 'javascript:alert(1)' }] : [];
  const { objects, pages } = readPdf(await renderPdf({ ...emergency, sources }, { font }));
  expect(pages.flat()).toContain('javascript:alert(1)');
  expect(objects).not.toContain('/URI');
});

test('nothing to hand in or to do: no record to fill in', async () => {
  expect((await linesOf(emergency)).flat()).toContain('办理记录（办的时候填）');
  expect((await linesOf(minimal)).flat()).not.toContain('办理记录（办的时候填）');
});

test('characters that the font lacks are named, with what to do instead', async () => {
  const outcome = { ...minimal.outcome, title: '龘靐齉 𠮷' };
  const failure = await renderPdf({ ...minimal, outcome }, { font }).catch((error) => error);
  expect(failure).toBeInstanceOf(RenderError);
  expect(failure).toMatchObject({
    code: 'missing-characters',
    characters: ['龘', '靐', '齉', '𠮷'],
    message:
      'yibao 自带的字体里没有这些字：龘 靐 齉 𠮷。请用 --font 指定一个中文字体文件，或改用 HTML（-o 清单.html）再打印。',
  });
  const own = await renderPdf({ ...minimal, outcome }, { font, ownFont: true }).catch(
    ({ message }) => message,
  );
  expect(own).toBe('这个字体里没有这些字：龘 靐 齉 𠮷。请换一个字体，或改用 HTML（-o 清单.html）再打印。');
});

test.each([
  ['nothing', new Uint8Array()],
  ['a text', new TextEncoder().encode('not a font')],
  ['half a font', font.slice(0, 600)],
])('%s is no font', async (_what, bytes) => {
  await expect(renderPdf(minimal, { font: bytes })).rejects.toMatchObject({ code: 'bad-font' });
});
