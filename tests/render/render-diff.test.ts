import { describe, expect, test } from 'vitest';
import type { Checklist } from '../../src/model/checklist.ts';
import { cleanText } from '../../src/render/clean-text.ts';
import { countColumns } from '../../src/render/columns.ts';
import { compareChecklists } from '../../src/render/compare-checklists.ts';
import { renderDiff } from '../../src/render/render-diff.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { emergency, postedWorker } from '../support/sample-checklists.ts';

const LABELS = ['a.yaml', 'b.yaml'] as const;

/** The same checklist on a later day, with some things otherwise. */
function changed(change: Partial<Checklist>): string {
  const diff = compareChecklists(postedWorker, { ...postedWorker, date: '2027-01-01', ...change });
  return renderDiff(diff, { format: 'text', labels: LABELS, width: 100 });
}

const [first, ...others] = postedWorker.materials;
if (!first) throw new Error('the sample has no materials');

test('every field that differs is told with both values', () => {
  const materials = [
    { ...first, copies: 7, verify: true, optional: true, status: 'possible' as const },
    ...others,
  ];
  expect(changed({ materials })).toMatchInlineSnapshot(`
    "异地就医备案：两份清单有什么不同
    A：a.yaml，按 2026年11月22日的规定
    B：b.yaml，按 2027年1月1日的规定

    两边都有、内容不同的
      ~ 材料：身份凭证
          要不要
            A：需要
            B：可能需要
          份数
            A：没有
            B：7
          可不可以不办
            A：要办
            B：可以不办
          核实
            A：已核实
            B：待核实
          因为两天的规定不同

    其余 15 条两边一样。
    "
  `);
});

test('lines in another order are the same lines', () => {
  expect(changed({ materials: [...others, first] })).toContain('两份清单完全一样。');
});

test('a paper that came into force meanwhile changes nothing', () => {
  const sources = first.sources.map((source) => ({ ...source, inForceFrom: '2027-01-01' }));
  expect(changed({ materials: [{ ...first, sources }, ...others] })).toContain('两份清单完全一样。');
});

test('what is settled meanwhile is told', () => {
  expect(changed({ unsettled: [] })).toContain('只有 A 还没弄清的\n');
});

test.each([40, 80])('no line is wider than %i columns', (width) => {
  const diff = compareChecklists(postedWorker, emergency);
  const lines = renderDiff(diff, { format: 'text', labels: LABELS, width }).split('\n');
  expect(Math.max(...lines.map(countColumns))).toBeLessThanOrEqual(width);
});

describe.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))('%s', (_shown, hostile) => {
  const diff = compareChecklists(postedWorker, {
    ...postedWorker,
    materials: [{ ...first, title: hostile }],
  });
  const render = (format: 'text' | 'markdown' | 'json') =>
    renderDiff(diff, { format, labels: [hostile, 'b'], width: 400 });

  test('is text in every format, and nothing that acts', () => {
    expect(render('text')).toContain(cleanText(hostile));
    expect(render('text')).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]/u);
    const markdown = render('markdown').replace(/\\[!-/:-@[-`{-~]/g, '');
    expect(markdown).not.toMatch(/(?!\n)[\p{Cc}\p{Zl}\p{Zp}]|[<`|]|\]\(/u);
    expect(JSON.parse(render('json')).before.label).toBe(hostile);
  });
});
