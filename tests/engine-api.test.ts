import { expect, test } from 'vitest';
import {
  advance,
  buildChecklist,
  InvalidDateError,
  readAnswer,
  readAnswers,
  UnfinishedPathError,
} from '../src/engine-api.ts';
import { loadFlows } from '../src/index.ts';

const flow = await (await loadFlows()).get('yidi');
const options = { date: '2026-11-22' };
const given = {
  'on-behalf': 'family',
  reason: 'illness',
  stage: 'planning',
  'insured-place': '绵阳',
  'care-place': '广州',
  stay: 'living',
  proof: 'none',
  channel: '手机',
};

test('a row of answers becomes a checklist', () => {
  const { answers, problems } = readAnswers(flow, { ...given, channel: 'phone' }, options);
  expect(problems).toEqual([]);
  expect(answers).toMatchObject({ 'insured-place': '510700', 'care-place': '440100', channel: 'phone' });
  expect(advance(flow, answers, options).exit).toBe('file');
  expect(buildChecklist(flow, answers, options).outcome.id).toBe('file');
});

test('what is wrong in a row is named, and the rest is read', () => {
  const { answers, problems } = readAnswers(flow, { ...given, stay: 'forever', chanel: 'phone' }, options);
  expect(problems.map(({ code, question, nearest }) => [code, question, nearest?.id])).toEqual([
    ['unknown-question', 'chanel', 'channel'],
    ['unknown-option', 'stay', undefined],
    ['unknown-option', 'channel', undefined],
  ]);
  expect(Object.keys(answers)).toEqual([
    'on-behalf',
    'reason',
    'stage',
    'insured-place',
    'care-place',
    'proof',
  ]);
});

test('keys may be the words asked, and blanks are no answers', () => {
  const ask = advance(flow, {}, options).next;
  const { answers, problems } = readAnswers(
    flow,
    { [ask?.ask ?? '']: ask?.options[0]?.label, reason: ' ', stage: null, stay: undefined },
    options,
  );
  expect({ answers, problems }).toEqual({
    answers: { [ask?.id ?? '']: ask?.options[0]?.id },
    problems: [],
  });
});

test('a path that reaches no exit names the question that is missing', () => {
  const answers = { 'on-behalf': 'self' };
  expect(() => buildChecklist(flow, answers, options)).toThrow(UnfinishedPathError);
  expect(() => buildChecklist(flow, answers, options)).toThrow(
    expect.objectContaining({ flow: 'yidi', next: advance(flow, answers, options).next?.id }),
  );
});

test.each([['2026-02-30'], ['22.11.2026'], [''], [undefined], [new Date(0)]])(
  '%j is no day, and is refused rather than counted with',
  (date) => {
    const wrong = { date } as { date: string };
    const calls = [
      () => advance(flow, {}, wrong),
      () => buildChecklist(flow, {}, wrong),
      () => readAnswer(flow, {}, 'stay', 'living', wrong),
      () => readAnswers(flow, {}, wrong),
    ];
    for (const call of calls) expect(call).toThrow(InvalidDateError);
  },
);

test('a flow goes through JSON and back and gives the same bytes', () => {
  const { answers } = readAnswers(flow, { ...given, channel: 'phone' }, options);
  const carried = JSON.parse(JSON.stringify(flow));
  expect(carried).toEqual(flow);
  expect(JSON.stringify(buildChecklist(carried, answers, options))).toBe(
    JSON.stringify(buildChecklist(flow, answers, options)),
  );
  expect(advance(carried, { reason: 'illness' }, options)).toEqual(
    advance(flow, { reason: 'illness' }, options),
  );
});

test('a flow is frozen all through', () => {
  const loose: string[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return;
    if (!Object.isFrozen(value)) loose.push(path);
    for (const [key, part] of Object.entries(value)) visit(part, `${path}.${key}`);
  };
  visit(flow, 'flow');
  expect(loose).toEqual([]);
});
