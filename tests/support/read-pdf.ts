import { inflateSync } from 'node:zlib';

/** What a PDF of ours holds, read back without the library that wrote it. */
export interface PdfContent {
  /** The lines of text of each page, as drawn. */
  readonly pages: readonly (readonly string[])[];
  /** All that is not in a stream: the objects, as they are written. */
  readonly objects: string;
}

interface Stream {
  readonly dictionary: string;
  readonly text: string;
}

const STREAM = /<<([\s\S]*?)>>\nstream\n/g;

function readStreams(source: string): Stream[] {
  return Array.from(source.matchAll(STREAM), (found) => {
    const dictionary = found[1] ?? '';
    const from = found.index + found[0].length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    const bytes = Buffer.from(source.slice(from, from + length), 'latin1');
    const plain = dictionary.includes('FlateDecode') ? inflateSync(bytes) : bytes;
    return { dictionary, text: plain.toString('latin1') };
  });
}

/** Glyph number -> text, from the map that viewers search and copy by. */
function readUnicodeMap(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, first = '', list = ''] of cmap.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of Array.from(list.matchAll(/<([^>]*)>/g)).entries()) {
      const units = hex.split(' ').map((unit) => Number.parseInt(unit, 16));
      map.set(Number.parseInt(first, 16) + index, String.fromCharCode(...units));
    }
  }
  return map;
}

const TEXT = /1 0 0 1 [\d.-]+ ([\d.-]+) Tm|\[([^\]]*)\] TJ/g;
/** Source marks are raised by less than this, and lines are farther apart. */
const SAME_LINE = 6;

function readLines(content: string, unicode: ReadonlyMap<number, string>): string[] {
  const lines: string[] = [];
  let y = Number.NaN;
  for (const [, height, shown] of content.matchAll(TEXT)) {
    if (height !== undefined) {
      if (!(Math.abs(Number(height) - y) < SAME_LINE)) {
        lines.push('');
        y = Number(height);
      }
      continue;
    }
    const glyphs = (shown ?? '').match(/(?<=<[^>]*)\w{4}/g) ?? [];
    const text = glyphs.map((glyph) => unicode.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('');
    lines.push((lines.pop() ?? '') + text);
  }
  return lines;
}

/** Reads back a PDF that has one font. */
export function readPdf(bytes: Uint8Array): PdfContent {
  const source = Buffer.from(bytes).toString('latin1');
  const streams = readStreams(source);
  const cmap = streams.find(({ text }) => text.includes('begincmap'))?.text ?? '';
  const unicode = readUnicodeMap(cmap);
  const contents = streams.filter(({ text }) => text.includes(' Tm\n'));
  return {
    pages: contents.map(({ text }) => readLines(text, unicode)),
    objects: source.replace(/stream\n[\s\S]*?\nendstream/g, ''),
  };
}
