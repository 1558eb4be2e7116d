import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowJsonSchema } from '../../src/load/json-schema.ts';
import { validate } from '../support/tiny-json-schema.ts';
import { TOY_TEXTS } from '../support/toy-flows.ts';

const schema = flowJsonSchema();
const toy = () => parse(TOY_TEXTS['flows/toy/flow.yaml'] ?? '');

test('the toy flows, which use the whole language, are valid', () => {
  expect(validate(schema, toy())).toEqual([]);
  expect(validate(schema, parse(TOY_TEXTS['flows/other/flow.yaml'] ?? ''))).toEqual([]);
});

test.each([
  ['an unknown key', { alias: [] }, '/alias'],
  [
    'an unknown verdict',
    { outcomes: { free: { verdict: 'no', title: '甲', sources: [] } } },
    '/outcomes/free/verdict',
  ],
  ['a node of two keys', { tree: [{ a: {}, b: {} }] }, '/tree/0'],
  ['an unknown key of a step', { steps: { a: { tilte: '甲' } } }, '/steps/a/tilte'],
  ['a text that is a number', { title: 3 }, '/title'],
])('%s is invalid', (_what, change, path) => {
  expect(validate(schema, { ...toy(), ...change })).toEqual([path]);
});

test('every key says in Chinese what it is for', () => {
  const { properties } = schema as { properties: Record<string, { description: string }> };
  const silent = Object.entries(properties).filter(
    ([, { description }]) => !/\p{Script=Han}/u.test(description),
  );
  expect(silent).toEqual([]);
});
