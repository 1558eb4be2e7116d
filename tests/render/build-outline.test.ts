import { expect, test } from 'vitest';
import { buildOutline } from '../../src/render/build-outline.ts';
import type { Section } from '../../src/render/outline.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';
import { coming, item, national, provincial } from '../support/sample-items.ts';

const words = (spans: readonly { readonly text: string }[]): string => spans.map(({ text }) => text).join('');

const titles = (section: Section | undefined): string[] =>
  (section?.groups ?? []).flatMap((group) => group.entries.map((entry) => words(entry.title)));

test('sections come in reading order, and empty ones not at all', () => {
  const ids = (checklist: typeof minimal) => buildOutline(checklist).sections.map(({ id }) => id);
  expect(ids(minimal)).toEqual([]);
  expect(ids(emergency)).toEqual(['materials', 'steps', 'not-needed', 'answers', 'sources']);
  expect(ids(postedWorker)).toEqual([
    'materials',
    'steps',
    'not-needed',
    'warnings',
    'notes',
    'unsettled',
    'terms',
    'answers',
    'sources',
  ]);
});

test('each term is explained once, below the line that uses it first', () => {
  const terms = [
    { term: '备案', means: '先登记' },
    { term: '医保码', means: '手机里的医保卡' },
    { term: '双通道', means: '两处都能报' },
  ];
  const outline = buildOutline({ ...emergency, terms });
  const [materials, steps, , unused] = outline.sections;
  expect(outline.verdict.details.at(-1)).toEqual({
    kind: 'text',
    spans: [{ text: '（备案：先登记）', role: 'dim' }],
  });
  expect(materials?.groups[0]?.entries[0]?.details).toEqual([
    { kind: 'text', spans: [{ text: '（医保码：手机里的医保卡）', role: 'dim' }] },
  ]);
  expect(JSON.stringify(steps)).not.toContain('先登记');
  expect(titles(unused)).toEqual(['双通道：两处都能报']);
});

test('lines for one case only come last, under the case, and numbers go on', () => {
  const steps = [
    item({ kind: 'step', id: 'a', title: '甲', inCase: '被退回时：' }),
    item({ kind: 'step', id: 'b', title: '乙' }),
  ];
  const [section] = buildOutline({ ...minimal, steps }).sections;
  expect(section?.groups.map(({ title }) => title)).toEqual([undefined, '被退回时：']);
  expect(section?.groups.flatMap(({ entries }) => entries.map(({ number }) => number))).toEqual([1, 2]);
  expect(titles(section)).toEqual(['乙', '甲']);
});

test('a source that two lines cite has one number, and a line names each number once', () => {
  const sources = [national, { ...national, cite: '医保发〔2022〕22号 规程第九条' }, coming, provincial];
  const materials = [item({ kind: 'material', id: 'a', title: '甲', sources })];
  expect(titles(buildOutline({ ...postedWorker, materials }).sections[0])).toEqual(['甲[1][2][4]']);
});

test('待核实 is explained at the foot only where a line is marked so', () => {
  const told = '标有【待核实】的，还没有见到官方文件，办之前请打 12393 问清楚。';
  expect(buildOutline(postedWorker).closing[0]).toBe(told);
  expect(buildOutline(emergency).closing).toEqual(['有拿不准的，请打医保服务热线 12393。']);
});

test('a local line that is not verified is called what people say, never a rule', () => {
  const local = { kind: 'note', level: 'province', place: '湖南省' } as const;
  const notes = [
    item({ ...local, id: 'a', title: '甲' }),
    item({ ...local, id: 'b', title: '乙', verify: true }),
  ];
  const [section] = buildOutline({ ...minimal, notes }).sections;
  expect(titles(section)).toEqual(['甲（湖南省规定）', '乙（湖南省的说法）【待核实】']);
});

test.each([
  ['proceed', '照下面办：'],
  ['not-needed', '不用办：'],
  ['not-eligible', '办不了：'],
  ['elsewhere', '该办别的：'],
  ['ask-first', '先问清楚：'],
] as const)('the verdict %s is said first', (verdict, label) => {
  const outcome = { ...minimal.outcome, verdict };
  expect(buildOutline({ ...minimal, outcome }).verdict.title[0]?.text).toBe(label);
});

test('a fact is a reason with its place', () => {
  const because = [{ fact: 'filing-free', place: '江苏省', value: 'yes', label: '省内看病不用备案' }];
  const notes = [item({ kind: 'note', id: 'a', title: '甲', because, sources: [] })];
  const [section] = buildOutline({ ...minimal, notes }, { why: true }).sections;
  expect(section?.groups[0]?.entries[0]?.details).toEqual([
    { kind: 'text', spans: [{ text: '因为江苏省：省内看病不用备案', role: 'dim' }] },
  ]);
});
