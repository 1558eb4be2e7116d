import { expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import {
  as,
  ask,
  buildFlow,
  exit,
  is,
  keep,
  options,
  outcome,
  question,
  TODAY,
  when,
} from '../support/build-flow.ts';

const today = { date: TODAY };

const flow = buildFlow({
  questions: [
    question('stay', { options: options({ long: '长住', short: '短住' }), unsure: keep }),
    question('proof'),
    question('referral'),
    question('channel', { unsure: as('a') }),
  ],
  outcomes: [outcome('done'), outcome('wait', { title: '先等等' })],
  tree: [
    ask('stay', { long: [ask('proof')], short: [ask('referral', { b: [exit('wait')] })], unsure: [] }),
    when(is('proof', 'b'), [exit('wait')], [], 'else'),
    ask('channel'),
    exit(),
  ],
});

test('without answers the first question comes next, with the fewest and most that may follow', () => {
  const progress = advance(flow, {}, today);
  expect(progress.next?.id).toBe('stay');
  expect(progress.asked).toEqual([]);
  expect(progress.remaining).toEqual([2, 3]);
  expect(progress.certain.map(({ id }) => id)).toEqual(['stay']);
});

test('an answer takes its branch, and the list goes on after it', () => {
  const asked = (answers: Record<string, string>) => advance(flow, answers, today);
  expect(asked({ stay: 'long' }).next?.id).toBe('proof');
  expect(asked({ stay: 'long', proof: 'a' }).next?.id).toBe('channel');
  expect(asked({ stay: 'long', proof: 'b' }).exit).toBe('wait');
  expect(asked({ stay: 'short', referral: 'a' }).next?.id).toBe('channel');
  expect(asked({ stay: 'short', referral: 'a', channel: 'b' }).exit).toBe('done');
});

test('a test on a question that was passed over is unknown and stays unsettled', () => {
  const progress = advance(flow, { stay: 'unsure', channel: 'a' }, today);
  expect(progress.exit).toBe('done');
  expect(progress.unsettled).toEqual([{ test: 'stay？', findOut: '问一问', otherwise: '先等等' }]);
});

test('不清楚 that counts as an option is shown as what it counts as', () => {
  const progress = advance(flow, { stay: 'long', proof: 'a', channel: 'unsure' }, today);
  expect(progress.asked.at(-1)).toEqual({
    question: 'channel',
    type: 'choice',
    ask: 'channel？',
    value: 'unsure',
    label: '不清楚',
    treatedAs: { value: 'a', label: '甲' },
    findOut: '先这样',
  });
});

test('a question is put with earlier answers filled in and its terms explained', () => {
  const asking = buildFlow({
    questions: [
      question('stay', { ask: '您<proof>了吗？', why: '统筹区不同' }),
      question('proof', { was: ['x'] }),
    ],
    tree: [ask('proof'), ask('stay'), exit()],
    terms: { 统筹区: '同一个锅' },
  });
  expect(advance(asking, { proof: 'b' }, today)).toMatchInlineSnapshot(`
    {
      "asked": [
        {
          "ask": "proof？",
          "label": "乙",
          "question": "proof",
          "type": "choice",
          "value": "b",
        },
      ],
      "certain": [
        {
          "ask": "您乙了吗？",
          "id": "stay",
          "options": [
            {
              "id": "a",
              "label": "甲",
            },
            {
              "id": "b",
              "label": "乙",
            },
          ],
          "terms": [
            {
              "means": "同一个锅",
              "term": "统筹区",
            },
          ],
          "type": "choice",
          "why": "统筹区不同",
        },
      ],
      "next": {
        "ask": "您乙了吗？",
        "id": "stay",
        "options": [
          {
            "id": "a",
            "label": "甲",
          },
          {
            "id": "b",
            "label": "乙",
          },
        ],
        "terms": [
          {
            "means": "同一个锅",
            "term": "统筹区",
          },
        ],
        "type": "choice",
        "why": "统筹区不同",
      },
      "remaining": [
        1,
        1,
      ],
      "unsettled": [],
    }
  `);
});

test('open answers that stand behind one another add up and do not multiply', () => {
  const numbers = Array.from({ length: 15 }, (_, number) => number);
  const chained = buildFlow({
    questions: numbers.flatMap((number) => [
      question(`q${number}`, { unsure: keep }),
      question(`then${number}`, { unsure: keep }),
    ]),
    tree: [
      ...numbers.flatMap((number) => [
        ask(`q${number}`, { a: [ask(`then${number}`)], unsure: [] }),
        when(is(`then${number}`, 'a'), [ask(`then${(number + 1) % numbers.length}`)], [], 'else'),
      ]),
      exit(),
    ],
  });
  const unsure = Object.fromEntries(Object.keys(chained.questions).map((id) => [id, 'unsure']));
  const { exit: end, unsettled } = advance(chained, unsure, today);
  expect([end, unsettled.length]).toEqual(['done', 15]);
});
