import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderText } from '../../src/render/text.ts';
import { postedWorker } from '../support/sample-checklists.ts';
import { withWords } from '../support/with-words.ts';

const NEVER_SHOWN = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    fc.constantFrom(
      '医保',
      '，',
      '。',
      '（',
      '”',
      '👨‍👩‍👧',
      '\u001b[31m',
      '\u009b2J',
      '\u202e',
      '\n',
      'https://x.cn/abc',
      ' ',
    ),
  ),
  minLength: 1,
  maxLength: 60,
});

test('no line is wider than the terminal, whatever a flow or an answer says', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 20, max: 130 }), (words, width) => {
      const text = renderText(withWords(postedWorker, words), { width, why: true });
      for (const line of text.split('\n'))
        expect(stringWidth(line)).toBeLessThanOrEqual(Math.min(width, 100));
    }),
  );
});

test('no control or bidi character of a flow or an answer reaches text or markdown', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      const hostile = withWords(postedWorker, words);
      for (const face of [renderText(hostile), renderMarkdown(hostile)]) {
        expect(face.replaceAll('\n', '')).not.toMatch(NEVER_SHOWN);
      }
    }),
  );
});

test('what comes in as two lines stays one', () => {
  const words = '备案\n二、要做的事\r- [ ] 汇款';
  const hostile = { ...postedWorker, outcome: { ...postedWorker.outcome, title: words } };
  expect(renderText(hostile).split('\n')[3]).toBe('✔ 照下面办：备案二、要做的事 - [ ] 汇款[1]');
  expect(renderMarkdown(hostile).split('\n')[4]).toBe('照下面办：**备案二、要做的事 - \\[ \\] 汇款**\\[1\\]');
});
