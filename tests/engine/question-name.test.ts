import { expect, test } from 'vitest';
import { questionName } from '../../src/engine/question-name.ts';
import { buildFlow, is, question } from '../support/build-flow.ts';

const flow = buildFlow({
  questions: [
    question('stay', { ask: '您是短住还是长住？', was: ['how-long'] }),
    question('channel', { ask: [{ when: is('stay', 'a'), is: '您想怎么办？' }, { is: '怎么提交？' }] }),
    question('a', { ask: '一样的？' }),
    question('b', { ask: '一样的？' }),
  ],
});

test('a question goes by its id, an earlier id, or the words it is asked in', () => {
  expect(questionName(flow, 'stay')).toBe('stay');
  expect(questionName(flow, 'how-long')).toBe('stay');
  expect(questionName(flow, '您是短住还是长住')).toBe('stay');
  expect(questionName(flow, ' 怎么提交? ')).toBe('channel');
});

test('words that two questions share, or none has, name no question', () => {
  expect(questionName(flow, '一样的？')).toBe(undefined);
  expect(questionName(flow, '')).toBe(undefined);
  expect(questionName(flow, 'constructor')).toBe(undefined);
});
