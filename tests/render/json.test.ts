import { expect, test } from 'vitest';
import { formatJson, renderJson } from '../../src/render/json.ts';
import { emergency, postedWorker } from '../support/sample-checklists.ts';

const document = JSON.parse(renderJson(postedWorker));

test('the keys of the document and their order', () => {
  expect(Object.keys(document)).toEqual([
    'schema',
    'flow',
    'date',
    'outcome',
    'answers',
    'steps',
    'materials',
    'notNeeded',
    'warnings',
    'notes',
    'unsettled',
    'terms',
    'localStatus',
    'sources',
  ]);
  expect(document.flow).toEqual({ id: 'yidi', title: '异地就医备案', reviewed: '2026-11-20' });
  expect(document.localStatus).toEqual({ level: 'province', place: '江苏省', hotline: '12393' });
});

test('the outcome begins with id, verdict, title, text, handOver', () => {
  const { outcome } = JSON.parse(renderJson(emergency));
  expect(Object.keys(outcome).slice(0, 5)).toEqual(['id', 'verdict', 'title', 'text', 'handOver']);
  expect(outcome.handOver).toEqual({
    to: 'baoxiao',
    title: '手工报销',
    answers: { 'care-place': '510100' },
  });
});

test('a step has what every line has, then what steps have', () => {
  const [, online, gap, move] = document.steps;
  expect(Object.keys(move)).toEqual([
    'id',
    'title',
    'status',
    'because',
    'level',
    'sources',
    'hangsOn',
    'verify',
    'who',
    'takes',
    'doneBy',
  ]);
  expect(Object.keys(gap)).toEqual([
    'id',
    'title',
    'status',
    'because',
    'level',
    'sources',
    'say',
    'accordingTo',
    'who',
    'see',
    'deadline',
  ]);
  expect(online.place).toBe('江苏省');
  expect(online.takes).toEqual([
    { unit: 'working-days', count: [1, 5], countedFrom: '提交', keeper: 'office' },
  ]);
  expect(move.hangsOn).toEqual([
    { fact: 'pool-is-province', label: '江苏省是否全省统筹', findOut: '打 12393 问' },
  ]);
});

test('a deadline begins with earliest, latest, rule, certain', () => {
  expect(JSON.stringify(document.steps[2].deadline)).toBe(
    '{"earliest":"2027-01-31","latest":"2027-01-31","rule":[{"unit":"months","count":3,"keeper":"employer"}],"certain":true,"past":false,"basis":"asked","keeper":"employer","missingYears":[]}',
  );
});

test('a material has its form, copies and alternatives', () => {
  expect(Object.keys(document.materials[1])).toEqual([
    'id',
    'title',
    'status',
    'because',
    'level',
    'sources',
    'say',
    'form',
    'copies',
    'oneOf',
  ]);
});

test('a line that is not needed says why as becauseNot', () => {
  expect(document.notNeeded[1]).toEqual({
    id: 'transfer',
    title: '转移医保关系',
    status: 'required',
    because: [],
    level: 'nation',
    sources: [{ id: 'yb-2022-22', cite: '医保发〔2022〕22号 规程第八条', grade: 'B' }],
    becauseNot: '看病不用改参保地。',
  });
});

test('an answer of 不清楚 is unsure, with what it counted as', () => {
  expect(document.answers[4]).toEqual({
    question: 'channel',
    ask: '您想怎么办？',
    value: 'unsure',
    label: '不清楚',
    treatedAs: { value: 'phone', label: '用手机办' },
    findOut: '先试手机，办不了再去窗口',
  });
});

test('is indented, ends with a line end and leaves out what is not there', () => {
  const text = renderJson(postedWorker);
  expect(text.startsWith('{\n  "schema": 1,\n')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
  expect(text).not.toMatch(/undefined|null/);
});

test('keeps every character of a text, but none that can act on a terminal', () => {
  const text = '前\u001b[2J\u009b2J\u202e\u2028\u200f后';
  const json = formatJson({ text });
  expect(JSON.parse(json)).toEqual({ text });
  expect(json.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u200e\u200f]/u);
});
