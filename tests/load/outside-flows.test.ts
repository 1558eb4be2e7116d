import { expect, test } from 'vitest';
import { loadFlows } from '../../src/load/load-flows.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import { TOY_DIVISIONS, toyFiles } from '../support/toy-flows.ts';

/** The toy flows with files of a folder of one's own. */
function load(...outside: readonly (readonly [path: string, text: string])[]) {
  const files: TextFile[] = outside.map(([path, text]) => ({ path: `my/${path}`, text, outside: true }));
  return loadFlows([...toyFiles(), ...files], TOY_DIVISIONS);
}

test('an outside flow of the same id replaces the built-in one and its cases', () => {
  const flow = `id: other\ntitle: 我的\nfor-whom: 我\nreviewed: 2026-01-10\nreview-by: 2026-12-31
tree: [place, kind, { exit: mine }]
questions:
  place: { ask: 哪里？, type: place }
  kind: { ask: 哪种？, options: { paper: 纸, phone: 机 }, no-unsure: 知道 }
outcomes: { mine: { verdict: proceed, title: 好, sources: [my-law] } }\n`;
  const mine = load(
    ['other/flow.yaml', flow],
    ['shared/sources.yaml', 'my-law: { title: 家规, issuer: 我, grade: A, seen: 2026-01-01 }\n'],
  );
  expect(mine.problems).toEqual([]);
  expect(mine.flows.map(({ id, title }) => `${id} ${title}`)).toEqual(['toy 办借书证', 'other 我的']);
  expect(mine.cases.other).toEqual([]);
});

test('outside places, shared parts and overlay fields merge; the outside wins', () => {
  const mine = load(
    ['shared/questions.yaml', 'home: { ask: 您家在哪？, type: place }\n'],
    [
      'places/hunan.yaml',
      `place: "43"
channels: { hotline: [{ name: "0731", sources: [hunan-paper] }] }
facts: { free-entry: { value: no, sources: [hunan-paper] } }
overlays: { toy: { change: { steps: { wait: { title: 等信, sources: [hunan-paper] }, submit: { title: 去交, sources: [hunan-paper] } } } } }
`,
    ],
  );
  const hunan = mine.common.places.entries['430000'];
  expect(mine.problems).toEqual([]);
  expect(mine.flows[0]?.questions.home?.ask).toBe('您家在哪？');
  expect(Object.keys(hunan?.channels ?? {})).toEqual(['app', 'hotline']);
  expect(hunan?.facts['free-entry']?.map(({ value }) => value)).toEqual(['no']);
  const overlay = hunan?.overlays.toy?.[0];
  expect(overlay?.change.map(({ id, set }) => `${id} ${set.title}`)).toEqual(['wait 等信', 'submit 去交']);
  expect(overlay?.add.map(({ item }) => item.id)).toEqual(['queue']);
});

test('YAML of another kind in an outside folder is left alone', () => {
  expect(load(['answers.yaml', 'home: 益阳\n']).problems).toEqual([]);
});

const AT_HOME = `cases:
  - id: at-home
    title: 大人自己办
    answers: { home: 益阳, reader: 大人, member: 不清楚, born: 2018-05, card: phone }
    outcome: apply
`;

test('outside cases of a built-in flow join its own', () => {
  const mine = load(['toy/cases.yaml', AT_HOME]);
  expect(mine.problems).toEqual([]);
  expect(mine.cases.toy?.map(({ id, position }) => `${position.file} ${id}`)).toEqual([
    'flows/toy/cases.yaml child',
    'my/toy/cases.yaml at-home',
  ]);
});

test('outside cases that are of no flow, or of a case that is there already, are told', () => {
  const told = load(['tou/cases.yaml', AT_HOME], ['toy/cases.yaml', AT_HOME.replace('at-home', 'child')]);
  expect(told.problems.map(({ file, message }) => `${file} ${message}`)).toEqual([
    'my/tou/cases.yaml 没有这个流程：“tou”，是不是“toy”？',
    'my/toy/cases.yaml 名字“child”已经用过了，请换一个',
  ]);
});

test('a place written by its name is told its code', () => {
  const { problems } = load(['places/mine.yaml', 'place: 益阳\n']);
  expect(problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
    '1:8 地区要写代码，并加引号：益阳写成 "4309"',
  ]);
});
