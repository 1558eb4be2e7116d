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
