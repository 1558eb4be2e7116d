import stringWidth from 'string-width';

const WIDE_SIGNS = '\u3000-\u3029\u4e00-\u9fff\uff01-\uff60\uffe0-\uffe6';
const AMBIGUOUS_SIGNS = '·—‘’“”…';

/** Nearly all text is ASCII, Chinese and these marks: what makes no cluster, in widths that need no measuring. */
const PLAIN = new RegExp(`^[ -~${AMBIGUOUS_SIGNS}${WIDE_SIGNS}]*$`);
const WIDE = new RegExp(`[${WIDE_SIGNS}]`, 'g');
const WIDE_IN_CHINA = new RegExp(`[${AMBIGUOUS_SIGNS}${WIDE_SIGNS}]`, 'g');

/** How many terminal columns a text takes: 2 for a Chinese character. */
export function countColumns(text: string): number {
  return PLAIN.test(text) ? text.length + occurrences(text, WIDE) : stringWidth(text);
}

/** How many columns at most: signs that some terminals draw in 2 columns count as 2. */
export function countMostColumns(text: string): number {
  if (PLAIN.test(text)) return text.length + occurrences(text, WIDE_IN_CHINA);
  return stringWidth(text, { ambiguousIsNarrow: false });
}

function occurrences(text: string, sign: RegExp): number {
  return text.match(sign)?.length ?? 0;
}

/** A character as it is seen, and where it begins in its text. */
export interface Character {
  readonly segment: string;
  readonly index: number;
}

// biome-ignore lint/style/noRestrictedGlobals: characters as seen do not depend on the machine's locale
const makeSegmenter = () => new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Made when first needed: it takes half as long as the start of Node. */
let graphemes: ReturnType<typeof makeSegmenter> | undefined;

/** The characters of a text as they are seen. */
export function splitCharacters(text: string): Iterable<Character> {
  if (PLAIN.test(text)) return Array.from(text, (segment, index) => ({ segment, index }));
  graphemes ??= makeSegmenter();
  return graphemes.segment(text);
}
