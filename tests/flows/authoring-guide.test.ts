import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findUntested } from '../../src/check/coverage.ts';
import { runCase } from '../../src/check/run-case.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { decodeDivisions } from '../../src/load/divisions.ts';
import { flowJsonSchema } from '../../src/load/json-schema.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import { readFolder } from '../../src/load/read-folder.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';
import { flowOf } from '../support/built-in-flows.ts';

const flowsFolder = fileURLToPath(new URL('../../flows', import.meta.url));
const guide = readFileSync(new URL('../../flows/README.md', import.meta.url), 'utf8');

/** The files of the guide, exactly as printed; what is said to follow a file is put after it. */
function filesOfTheGuide(): TextFile[] {
  const files = new Map<string, string>();
  for (const [, block = ''] of guide.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)) {
    const [, after, own] = /^# (?:接在 (\S+) 后面|(\S+))\n/.exec(block) ?? [];
    const path = after ?? own ?? 'a block that names no file';
    files.set(path, (files.get(path) ?? '') + block);
  }
  return [...files].map(([path, text]) => ({ path, text, outside: true }));
}

const builtIn = await readFolder({ folder: flowsFolder, shownAs: 'flows' });
const loaded = loadFlows([...builtIn.files, ...filesOfTheGuide()], decodeDivisions(makeDivisionRows()));
const ofTheGuide = ({ file }: { file?: string }): boolean => file?.startsWith('我的流程/') === true;

test('the guide holds the files of its example', () => {
  expect(filesOfTheGuide().map(({ path }) => path)).toEqual([
    '我的流程/buka/flow.yaml',
    '我的流程/buka/cases.yaml',
    '我的流程/places/4310-chenzhou.yaml',
    '我的流程/places/5107-mianyang.yaml',
    '我的流程/yidi/cases.yaml',
  ]);
});

test('the example loads as it is printed', () => {
  expect(loaded.problems.filter(ofTheGuide)).toEqual([]);
});

test('its cases pass and touch all of it', () => {
  const flow = flowOf(loaded, 'buka');
  const results = (loaded.cases.buka ?? []).map((flowCase) => runCase(flow, flowCase));
  expect(results.map(({ case: { id }, failures }) => ({ id, failures }))).toEqual(
    [
      'lost-card',
      'perhaps-reported',
      'already-reported',
      'broken-card',
      'forgot-pin',
      'in-chenzhou',
      'next-year',
    ].map((id) => ({
      id,
      failures: [],
    })),
  );
  expect(findUntested(flow, results)).toEqual([]);
});

test('a city of theirs changes a built-in flow, and their case of it is run with its own', () => {
  const cases = (loaded.cases.yidi ?? []).filter(
    ({ position }) => position.file === '我的流程/yidi/cases.yaml',
  );
  const results = cases.map((flowCase) => runCase(flowOf(loaded, 'yidi'), flowCase));
  expect(results.map(({ case: { id }, failures }) => ({ id, failures }))).toEqual([
    { id: 'in-mianyang', failures: [] },
  ]);
});

test('its city changes, removes and adds a line there, and nowhere else', () => {
  const stepsIn = (place: string) => {
    const answers = { card: 'lost', reported: 'no', 'insured-place': place };
    const { steps, warnings } = buildChecklist(flowOf(loaded, 'buka'), answers, { date: '2026-11-22' });
    return { steps: steps.map(({ id, level }) => `${id} ${level}`), warnings: warnings.map(({ id }) => id) };
  };
  expect(stepsIn('431000')).toEqual({
    steps: ['report-loss city', 'apply nation', 'pick-bank city'],
    warnings: [],
  });
  expect(stepsIn('430900')).toEqual({
    steps: ['report-loss nation', 'apply nation'],
    warnings: ['old-card'],
  });
});

test('its dated change holds from its day on', () => {
  const titleOn = (date: string) => {
    const answers = { card: 'broken', 'insured-place': '430900' };
    return buildChecklist(flowOf(loaded, 'buka'), answers, { date }).steps[0]?.title;
  };
  expect(titleOn('2026-12-31')).toBe('到益阳市的窗口补卡');
  expect(titleOn('2027-01-01')).toBe('在网上或益阳市的窗口补卡');
});

type Node = { properties?: Record<string, unknown>; $defs?: Record<string, unknown> };

/** Every key of the language, wherever the schema has it. */
function keysOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {} } = schema as Node;
  return [...Object.keys(properties), ...Object.values(schema).flatMap(keysOf)];
}

test('every key of the language is in the guide', () => {
  const keys = new Set(keysOf(flowJsonSchema()));
  const told = new Set(guide.match(/[a-z][a-z-]*[a-z]/g));
  expect(keys.size).toBeGreaterThan(60);
  expect([...keys].filter((key) => !told.has(key)).sort()).toEqual([]);
});

test('the guide names no path of a machine', () => {
  expect(guide).not.toMatch(/(?:^|[\s(`])\/(?:home|work|tmp|usr|Users)\b/m);
});
