import fc from 'fast-check';
import { NASTY_WORDS } from './wild-values.ts';

/** One change of a text. Places are parts of its length or numbers of lines, so that they fit any text. */
export type Edit =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'swap' | 'copy' | 'take-value'; readonly line: number; readonly other: number }
  | { readonly kind: 'remove'; readonly line: number; readonly count: number }
  | { readonly kind: 'value' | 'key'; readonly line: number; readonly text: string }
  | { readonly kind: 'indent'; readonly line: number; readonly by: number };

const at = fc.double({ min: 0, max: 1, noNaN: true });
const line = fc.nat({ max: 5000 });
const text = fc.constantFrom(...NASTY_WORDS);

/** One to four changes. */
export const someEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.oneof<fc.Arbitrary<Edit>[]>(
    fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat({ max: 7 }) }),
    fc.record({ kind: fc.constant('cut' as const), at }),
    fc.record({ kind: fc.constant('insert' as const), at, text }),
    fc.record({ kind: fc.constantFrom('swap', 'copy', 'take-value'), line, other: line }),
    fc.record({ kind: fc.constant('remove' as const), line, count: fc.integer({ min: 1, max: 8 }) }),
    fc.record({ kind: fc.constantFrom('value', 'key'), line, text }),
    fc.record({ kind: fc.constant('indent' as const), line, by: fc.integer({ min: -4, max: 4 }) }),
  ),
  { minLength: 1, maxLength: 4 },
);

/** The bytes of a text after changes. */
export function mutate(original: string, edits: readonly Edit[]): Buffer {
  let bytes: Buffer = Buffer.from(original);
  for (const edit of edits) bytes = apply(bytes, edit);
  return bytes;
}

function apply(bytes: Buffer, edit: Edit): Buffer {
  switch (edit.kind) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      const place = Math.min(flipped.length - 1, Math.floor(edit.at * flipped.length));
      flipped[place] = (flipped[place] ?? 0) ^ (1 << edit.bit);
      return flipped;
    }
    case 'cut':
      return bytes.subarray(0, Math.floor(edit.at * bytes.length));
    case 'insert': {
      const place = Math.floor(edit.at * bytes.length);
      return Buffer.concat([bytes.subarray(0, place), Buffer.from(edit.text), bytes.subarray(place)]);
    }
    default:
      return Buffer.from(applyToLines(bytes.toString('latin1').split('\n'), edit).join('\n'), 'latin1');
  }
}

/** Lines of bytes: what is no UTF-8 any more stays what it is. */
function applyToLines(
  lines: string[],
  edit: Exclude<Edit, { kind: 'flip' | 'cut' | 'insert' }>,
): readonly string[] {
  const here = edit.line % lines.length;
  const now = lines[here] ?? '';
  const put = (words: string) => lines.with(here, words);
  switch (edit.kind) {
    case 'swap': {
      const there = edit.other % lines.length;
      return lines.with(here, lines[there] ?? '').with(there, now);
    }
    case 'copy':
      return lines.toSpliced(edit.other % lines.length, 0, now);
    case 'take-value':
      return put(
        now.replace(/: .*$/, () => /: .*$/.exec(lines[edit.other % lines.length] ?? '')?.[0] ?? ':'),
      );
    case 'remove':
      return lines.toSpliced(here, edit.count);
    case 'value':
      return put(now.replace(/: .*$/, () => `: ${asBytes(edit.text)}`));
    case 'key':
      return put(now.replace(/[\w-]+:/, () => `${asBytes(edit.text)}:`));
    case 'indent':
      return put(edit.by > 0 ? ' '.repeat(edit.by) + now : now.replace(new RegExp(`^ {0,${-edit.by}}`), ''));
  }
}

function asBytes(words: string): string {
  return Buffer.from(words).toString('latin1');
}
