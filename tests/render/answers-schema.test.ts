import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { answersJsonSchema } from '../../src/render/answers-schema.ts';
import { TOY_ANSWERS, TOY_FLOW } from '../cli/toy-flow.ts';
import { toyStore } from '../cli/toy-store.ts';

const flow = await toyStore(
  TOY_FLOW.replace('self: 本人', 'self: { label: 本人, was: [me] }').replace(
    'months: { ask',
    'months: { was: [month-count], ask',
  ),
).get('toy');
const schema = answersJsonSchema(flow);
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

test('ids and values as they are kept are valid, alone or with flow and dates around them', () => {
  expect(validate(TOY_ANSWERS)).toBe(true);
  expect(validate({ answers: TOY_ANSWERS })).toBe(true);
  expect(validate({ flow: 'toy', reviewed: '2026-11-22', date: '2026-12-01', answers: TOY_ANSWERS })).toBe(
    true,
  );
});

test('what is not answered may be left out or empty', () => {
  expect(validate({})).toBe(true);
  expect(validate({ who: null, home: null })).toBe(true);
});

test('不清楚 is valid where it may be answered', () => {
  expect(validate({ who: 'unsure' })).toBe(true);
  expect(validate({ agree: 'unsure' })).toBe(false);
});

test('earlier names of questions and options are valid', () => {
  expect(validate({ 'month-count': 3, who: 'me' })).toBe(true);
  expect(validate({ 'month-count': 'three' })).toBe(false);
});

test.each([
  ['another question', { whose: 'self' }],
  ['another option', { who: 'nobody' }],
  ['a place that is no code', { home: '益阳' }],
  ['a code that YAML read as a number', { home: 430900 }],
  ['a month that is none', { paid: '2026-13' }],
  ['a day where a month is asked', { paid: '2026-10-01' }],
  ['a day that is none', { 'first-day': '2026-10-32' }],
  ['a number out of range', { months: 0 }],
  ['no option where one is needed', { papers: [] }],
  ['an option twice', { papers: ['hukou', 'hukou'] }],
  ['都没有 beside another', { papers: ['hukou', 'nothing'] }],
  ['one option without a list', { papers: 'hukou' }],
  ['the answers of another procedure', { flow: 'yidi', answers: {} }],
  ['another key around the answers', { flows: 'toy', answers: {} }],
])('%s is not valid', (_what, answers) => {
  expect(validate(answers)).toBe(false);
});

test('questions and options are described in their words', () => {
  const { $defs } = schema as { $defs: { answers: { properties: Record<string, unknown> } } };
  const { who, home, months } = $defs.answers.properties;
  expect(who).toEqual({
    description: '谁来办？\n代办要带两个人的证件',
    anyOf: [
      {
        oneOf: [
          { const: 'self', description: '本人' },
          { const: 'me', description: '旧名，现在叫 self', deprecated: true },
          { const: 'family', description: '家人代办' },
          { const: 'other', description: '别人' },
        ],
      },
      { const: 'unsure', description: '不清楚，按“本人”算' },
      { type: 'null' },
    ],
  });
  expect(home).toMatchObject({
    description: '在哪参保？\n六位区划代码，要加引号，如 "430900"；只知道省就写省的代码',
  });
  expect(months).toMatchObject({ anyOf: [{ type: 'number', minimum: 1, maximum: 600 }, { type: 'null' }] });
});
