import { create, type Font } from 'fontkit';
import { BAD_FONT, missingCharactersSentence } from './form-wording.ts';
import type { Ruler } from './pdf-rows.ts';
import { RenderError } from './render-error.ts';

/** Of the fonts in one file, the one for simplified Chinese. */
function chooseFont(fonts: readonly Font[]): Font | undefined {
  return fonts.find(({ postscriptName }) => /sc-|SC|Hans|GB/.test(postscriptName ?? '')) ?? fonts[0];
}

const opened = new WeakMap<Uint8Array, Font>();

/** Opens a font file: .ttf, .otf, or a .ttc of several fonts; the same bytes once. Throws `RenderError`. */
export function openFont(bytes: Uint8Array): Font {
  const font = opened.get(bytes) ?? parseFont(bytes);
  opened.set(bytes, font);
  return font;
}

function parseFont(bytes: Uint8Array): Font {
  try {
    // The library's types know Node's buffers only; any bytes will do.
    const opened = create(bytes as Parameters<typeof create>[0]);
    const font = 'fonts' in opened ? chooseFont(opened.fonts) : opened;
    // A damaged file shows itself only when it is read.
    if (font && font.unitsPerEm > 0 && font.numGlyphs > 0) return font;
  } catch {
    // Told below, as every other file that is no font.
  }
  throw new RenderError('bad-font', BAD_FONT);
}

/** Throws `RenderError` if the font lacks characters, naming them. */
export function refuseMissing(font: Font, texts: Iterable<string>, ownFont: boolean): void {
  const missing = new Set<string>();
  for (const text of texts) {
    for (const character of text) {
      if (!font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) missing.add(character);
    }
  }
  if (missing.size === 0) return;
  const named = [...missing];
  throw new RenderError('missing-characters', missingCharactersSentence(named, ownFont), named);
}

const rulers = new WeakMap<Font, Ruler>();

/** How wide texts are in a font; measured once for all the documents that use it. */
export function rulerOf(font: Font): Ruler {
  const ruler = rulers.get(font) ?? createRuler(font);
  rulers.set(font, ruler);
  return ruler;
}

/** So many widths are kept: the texts of many checklists, but not of a stranger's whole library. */
const MOST_KEPT = 100_000;

function createRuler(font: Font): Ruler {
  const widths = new Map<string, number>();
  const measure = (text: string): number => font.layout(text).advanceWidth / font.unitsPerEm;
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const width = measure(text);
    if (widths.size >= MOST_KEPT) widths.clear();
    widths.set(text, width);
    return width;
  };
}
