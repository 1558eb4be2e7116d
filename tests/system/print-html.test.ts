import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/model/checklist.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { renderHtml } from '../../src/render/html.ts';
import { renderPdf } from '../../src/render/pdf.ts';
import { openBrowser } from '../support/browser.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { type Paper, readPaper, shareOfInk } from '../support/paper.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';
import { sampleFont } from '../support/sample-font.ts';
import { withWords } from '../support/with-words.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

interface Circumstances {
  readonly width?: number;
  readonly dark?: boolean;
  readonly large?: boolean;
}

/** Shows a checklist and refuses everything that the page would load. */
async function open(
  checklist: Checklist,
  { width = 1000, dark = false, large = false }: Circumstances = {},
): Promise<{ page: Page; asked: string[] }> {
  const page = await browser.newPage({
    viewport: { width, height: 800 },
    colorScheme: dark ? 'dark' : 'light',
  });
  const asked: string[] = [];
  await page.route('**', (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  await page.setContent(renderHtml(checklist, { large }));
  return { page, asked };
}

async function print(checklist: Checklist, circumstances?: Circumstances): Promise<Uint8Array> {
  const { page } = await open(checklist, circumstances);
  const bytes = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return bytes;
}

const samples = { postedWorker, emergency, minimal };
const packed = ({ pages }: Paper): string => pages.join('').replace(/\s|第\d+页，共\d+页/g, '');

describe('printed on A4', () => {
  test('the form has its words in order, and its page numbers', async () => {
    const { info, pages } = readPaper(await print(postedWorker));
    expect(info).toMatchObject({
      Pages: '3',
      Title: '异地就医备案办事清单',
      'Page size': expect.stringContaining('A4'),
    });
    expect(pages.map((page) => page.trim().split('\n').at(-1)?.trim())).toEqual([
      '第 1 页，共 3 页',
      '第 2 页，共 3 页',
      '第 3 页，共 3 页',
    ]);
    const text = pages.join('');
    const order = [
      '照下面办：',
      '一、要准备的材料',
      '派驻工作的证明',
      '二、要做的事',
      '最迟 2027年1月31日',
      '办理记录',
      '九、依据',
      '有拿不准的，请打医保服务热线 12393',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.toSorted((a, b) => a - b)).toEqual(places);
    expect(places[0]).toBeGreaterThan(0);
    for (const label of ['受理日期', '受理号', '经办窗口电话', '备注']) expect(pages[1]).toContain(label);
  });

  test.each(Object.entries(samples))(
    '%s has the words of its PDF, none more and none less',
    async (_name, checklist) => {
      const sorted = (paper: Paper): string => [...packed(paper)].toSorted().join('');
      const pdf = readPaper(await renderPdf(checklist, { font: sampleFont }));
      expect(sorted(readPaper(await print(checklist)))).toBe(sorted(pdf));
    },
  );

  test('large letters take more paper', async () => {
    expect(readPaper(await print(postedWorker, { large: true })).info).toMatchObject({ Pages: '4' });
  });

  test('a page made in the dark is printed dark on white', async () => {
    const bytes = await print(postedWorker, { dark: true });
    expect(shareOfInk(bytes, 128)).toBeLessThan(0.1);
    expect(shareOfInk(bytes, 128)).toBeGreaterThan(0.005);
  });

  test('no line is parted from its box: entries are never split, headings never left behind', async () => {
    const { page } = await open(postedWorker);
    await page.emulateMedia({ media: 'print' });
    const breaks = await page.evaluate(`({
      entries: [...new Set([...document.querySelectorAll('.entry')].map((one) => getComputedStyle(one).breakInside))],
      headings: [...new Set([...document.querySelectorAll('h2, h3')].map((one) => getComputedStyle(one).breakAfter))],
    })`);
    expect(breaks).toEqual({ entries: ['avoid'], headings: ['avoid'] });
    await page.close();
  });
});

describe('on a screen', () => {
  const circumstances: readonly (readonly [string, Circumstances])[] = [
    ['on a computer', {}],
    ['on a phone', { width: 360 }],
    ['on a small phone with large letters', { width: 320, large: true }],
    ['in the dark', { dark: true }],
    ['on a phone in the dark, large', { width: 360, dark: true, large: true }],
  ];

  test.each(circumstances)('axe finds nothing %s', async (_where, given) => {
    for (const checklist of Object.values(samples)) {
      const { page } = await open(checklist, given);
      await page.evaluate(axe.source);
      const found = await page.evaluate('axe.run(document, { resultTypes: ["violations", "incomplete"] })');
      const { violations, incomplete, passes } = found as axe.AxeResults;
      const told = (results: readonly axe.Result[]) =>
        results.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      expect(told(violations)).toEqual([]);
      expect(told(incomplete)).toEqual([]);
      expect(passes.map(({ id }) => id)).toContain('color-contrast');
      await page.close();
    }
  });

  test.each(circumstances)('nothing sticks out sideways %s', async (_where, given) => {
    const { page } = await open(postedWorker, given);
    const { scrollWidth, clientWidth } = (await page.evaluate(
      '({ scrollWidth: document.documentElement.scrollWidth, clientWidth: document.documentElement.clientWidth })',
    )) as { scrollWidth: number; clientWidth: number };
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    await page.close();
  });

  test('large letters are 16 points', async () => {
    const { page } = await open(minimal, { large: true });
    expect(await page.evaluate('getComputedStyle(document.body).fontSize')).toBe('21.3333px');
    await page.close();
  });

  test('boxes and blanks have names, and can be ticked and filled in without any script', async () => {
    const { page, asked } = await open(postedWorker);
    const box = page.getByRole('checkbox', { name: '派驻工作的证明（原件，1 份），任选一样' });
    await page.getByText('派驻工作的证明').click();
    expect(await box.isChecked()).toBe(true);
    expect(await page.getByRole('checkbox').count()).toBe(11);
    for (const name of ['受理日期', '受理号', '经办窗口电话', '备注'])
      await page.getByLabel(name, { exact: true }).fill('1');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('异地就医备案办事清单');
    expect(await page.getByRole('heading', { level: 2 }).count()).toBe(10);
    expect(asked).toEqual([]);
    await page.close();
  });

  test('hostile words are words: nothing runs, nothing is loaded, nothing is added', async () => {
    const { page, asked } = await open(postedWorker);
    const ran: string[] = [];
    page.on('dialog', (dialog) => {
      ran.push(dialog.message());
      return dialog.dismiss();
    });
    // Terms and links come and go with the words; no other element does.
    const count = () => page.locator('*:not(.link a, .dim, .terms, .terms *, p)').count();
    const usual = await count();
    for (const words of HOSTILE_TEXTS) {
      await page.setContent(renderHtml(withWords(postedWorker, words)));
      const title = `${cleanText(words)}办事清单`;
      expect(await page.title()).toBe(title);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title);
      expect({ words, elements: (await count()) <= usual }).toEqual({ words, elements: true });
      expect(
        await page.locator('script, img, iframe, :is([onclick], [onmouseover], [onerror])').count(),
      ).toBe(0);
    }
    expect({ ran, asked }).toEqual({ ran: [], asked: [] });
    await page.close();
  });
});
