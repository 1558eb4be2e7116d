import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Font } from 'fonteditor-core';
import subsetFont from 'subset-font';

/** @typedef {{ name: string, ranges: readonly { first: number, last: number }[] }} Slice */
/** @typedef {import('fonteditor-core').TTF.TTFObject} FontData */

const source = fileURLToPath(new URL('.', import.meta.resolve('@fontsource-variable/noto-sans-sc/LICENSE')));
const REGULAR = 400;

/** What every checklist may need beside the words of the flows: ASCII, punctuation, numbers, 甲类乙类. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))}、。〈〉《》「」『』【】〔〕！％＆（），．／：；＜＞？～—…·“”‘’–×①②③④⑤⑥⑦⑧⑨⑩甲乙丙丁戊己庚辛壬癸`;

/** The slices of the most used characters, taken whole: flows from outside use words that ours do not. */
const MOST_USED = ['113', '114', '115', '116', '117', '118', '119'];

/** The licence of the font, which ships with it. */
export const readFontLicence = () => readFile(join(source, 'LICENSE'), 'utf8');

/**
 * Noto Sans SC, cut to the characters of a text. The font comes as a hundred slices by frequency of
 * use, each a variable font: what is needed of each is cut out at the regular weight, then put together.
 * Throws if a Chinese character is in no slice. Signs that the font lacks are drawn by the renderers.
 * @param {string} text
 * @returns {Promise<Uint8Array>} a TrueType font
 */
export async function cutFont(text) {
  const slices = await readSlices();
  const wanted = shareOut(new Set(text + ALWAYS + mostUsed(slices)), slices);
  /** @type {ReturnType<typeof Font.create> | undefined} */
  let whole;
  /** @type {Set<number>} */
  const seen = new Set();
  for (const [slice, characters] of wanted) {
    const part = await cutSlice(slice, characters);
    const glyphs = newGlyphs(part.get(), seen);
    if (whole) whole.get().glyf.push(...glyphs);
    else whole = part;
  }
  if (!whole) throw new Error('the font would be empty');
  nameIt(whole.get());
  return whole.write({ type: 'ttf', toBuffer: true });
}

/** @returns {Promise<Slice[]>} */
async function readSlices() {
  /** @type {Record<string, string>} */
  const rangesByName = JSON.parse(await readFile(join(source, 'unicode.json'), 'utf8'));
  // The slice of Latin letters first: it makes the metrics of the whole.
  return Object.entries(rangesByName)
    .sort(([a], [b]) => Number(b === 'latin') - Number(a === 'latin'))
    .map(([name, ranges]) => ({ name: name.replace(/[[\]]/g, ''), ranges: readRanges(ranges) }));
}

/**
 * `U+4e00-4e02,U+4f60`.
 * @param {string} text
 * @returns {Slice['ranges']}
 */
function readRanges(text) {
  return text.split(',').map((range) => {
    const [first = '', last = first] = range.replace('U+', '').split('-');
    return { first: Number.parseInt(first, 16), last: Number.parseInt(last, 16) };
  });
}

/** @param {readonly Slice[]} slices */
function mostUsed(slices) {
  const ranges = slices.filter(({ name }) => MOST_USED.includes(name)).flatMap((slice) => slice.ranges);
  const codePoints = ranges.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  return String.fromCodePoint(...codePoints).replace(/\P{Script=Han}/gu, '');
}

/**
 * Which characters to take from which slice.
 * @param {ReadonlySet<string>} characters
 * @param {readonly Slice[]} slices
 */
function shareOut(characters, slices) {
  /** @type {Map<string, string>} */
  const shares = new Map(slices.map(({ name }) => [name, '']));
  for (const character of [...characters].sort()) {
    const codePoint = character.codePointAt(0) ?? 0;
    const slice = slices.find(({ ranges }) =>
      ranges.some(({ first, last }) => codePoint >= first && codePoint <= last),
    );
    if (slice) shares.set(slice.name, shares.get(slice.name) + character);
    else if (/\p{Script=Han}/u.test(character)) throw new Error(`Noto Sans SC has no ${character}`);
  }
  return [...shares].filter(([, share]) => share !== '');
}

/**
 * @param {string} slice
 * @param {string} characters
 */
async function cutSlice(slice, characters) {
  const file = await readFile(join(source, 'files', `noto-sans-sc-${slice}-wght-normal.woff2`));
  const cut = await subsetFont(file, characters, {
    targetFormat: 'truetype',
    variationAxes: { wght: REGULAR },
  });
  return Font.create(Buffer.from(cut), { type: 'ttf' });
}

/**
 * The glyphs of a slice that no slice before it gave. A character may be in two slices.
 * @param {FontData} font
 * @param {Set<number>} seen
 */
function newGlyphs(font, seen) {
  return font.glyf.filter((glyph) => {
    glyph.unicode = (glyph.unicode ?? []).filter((codePoint) => !seen.has(codePoint));
    for (const codePoint of glyph.unicode) seen.add(codePoint);
    return glyph.unicode.length > 0;
  });
}

/**
 * A cut variable font keeps the names of its thinnest weight.
 * @param {FontData} font
 */
function nameIt(font) {
  font.name.fontFamily = 'Noto Sans SC';
  font.name.fullName = 'Noto Sans SC Regular';
  font.name.fontSubFamily = 'Regular';
  font.name.postScriptName = 'NotoSansSC-Regular';
  font['OS/2'].usWeightClass = REGULAR;
}
