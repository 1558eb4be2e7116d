import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { countColumns, countMostColumns, splitCharacters } from '../../src/render/columns.ts';

const characters = (first: number, last: number, step = 1) =>
  Array.from({ length: (last - first) / step + 1 }, (_, at) => String.fromCharCode(first + at * step));

/** Where the widths that are known without measuring begin and end, and around it. */
const units = [
  ...characters(0, 0x36f),
  ...characters(0x2000, 0x206f),
  ...characters(0x2e80, 0x31ff),
  ...characters(0x4d00, 0xa000, 16),
  ...characters(0xff00, 0xffff),
];
/** Alone, and between others, where a cluster could form. */
const texts = units.flatMap((unit) => [unit, `医${unit}（${unit}a`]);

test('every character is as wide as string-width says', () => {
  const other = texts.filter((text) => countColumns(text) !== stringWidth(text));
  expect(other).toEqual([]);
  const most = texts.filter(
    (text) => countMostColumns(text) !== stringWidth(text, { ambiguousIsNarrow: false }),
  );
  expect(most).toEqual([]);
});

test('a text splits into the characters that Intl.Segmenter sees', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  const places = (characters: Iterable<{ segment: string; index: number }>) =>
    Array.from(characters, ({ segment, index }) => `${index}:${segment}`).join();
  const other = texts.filter((text) => places(splitCharacters(text)) !== places(segmenter.segment(text)));
  expect(other).toEqual([]);
});
