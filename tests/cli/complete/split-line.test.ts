import { expect, test } from 'vitest';
import { quoteWord, splitLine } from '../../../src/cli/complete/split-line.ts';

test.each([
  ['yibao yidi -a st', ['yibao', 'yidi', '-a'], 'st', ''],
  ['yibao yidi ', ['yibao', 'yidi'], '', ''],
  ['yibao  --answers "my file.yaml" -', ['yibao', '--answers', 'my file.yaml'], '-', ''],
  ['yibao -a "stay=长', ['yibao', '-a'], 'stay=长', '"'],
  ["yibao -a 'stay=长", ['yibao', '-a'], 'stay=长', "'"],
  ["yibao -a stay='长", ['yibao', '-a'], 'stay=长', "'"],
  ['yibao -a my\\ key=\\"', ['yibao', '-a'], 'my key="', ''],
  ['yibao -a "a\\"b\\$c\\d', ['yibao', '-a'], 'a"b$c\\d', '"'],
  ['yibao yidi 2>/dev/null -f js', ['yibao', 'yidi', '-f'], 'js', ''],
  ['yibao yidi\\', ['yibao'], 'yidi', ''],
  ['', [], '', ''],
])('%j is split as a shell would', (line, words, current, quote) => {
  expect(splitLine(line)).toEqual({ words, current, quote, isRedirected: false });
});

test('the file of a redirection is no word of ours', () => {
  expect(splitLine('yibao yidi > 清')).toMatchObject({ words: ['yibao', 'yidi'], isRedirected: true });
});

test.each(['', '"', "'"] as const)('a word quoted within %j is read back as it was', (quote) => {
  for (const word of ['长住半年以上', `自己 "办": it's $5 (甲)`, 'a`b`\\c', '~#!*?[x]{y};&|<>', 'a　b']) {
    expect(splitLine(`yibao ${quote}${quoteWord(word, quote)}`).current).toBe(word);
  }
});
