import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { checklistJsonSchema } from '../../src/render/checklist-schema.ts';
import { checklistDocument } from '../../src/render/json.ts';
import { emergency, postedWorker } from '../support/sample-checklists.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(checklistJsonSchema());
const document = (): Record<string, unknown> => JSON.parse(JSON.stringify(checklistDocument(postedWorker)));

test('checklists with everything that there can be are valid', () => {
  validate(document());
  expect(validate.errors ?? []).toEqual([]);
  expect(validate(JSON.parse(JSON.stringify(checklistDocument(emergency))))).toBe(true);
  expect(validate({ ...document(), unused: [{ question: 'a', value: ['b'] }] })).toBe(true);
});

test.each([
  ['a key that is not told of', { more: [] }],
  ['another version', { schema: 2 }],
  ['a date that is none', { date: '22.11.2026' }],
  ['steps that are no list', { steps: {} }],
  ['a line without an id', { notes: [{ title: '甲' }] }],
])('%s is not valid', (_what, change) => {
  expect(validate({ ...document(), ...change })).toBe(false);
});

test('every key of the document is described in Chinese', () => {
  const { properties } = checklistJsonSchema() as { properties: Record<string, { description?: string }> };
  const silent = Object.entries(properties).filter(
    ([, { description = '' }]) => !/\p{Script=Han}/u.test(description),
  );
  expect(silent).toEqual([]);
});
