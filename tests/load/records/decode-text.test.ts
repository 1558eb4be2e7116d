import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../../src/load/records/decode-text.ts';
import type { Encoding } from '../../../src/load/records/encodings.ts';
import { toGb18030 } from '../../support/to-gb18030.ts';

/** What a stream gives for bytes that come in these pieces. */
function decode(bytes: Uint8Array, cuts: readonly number[] = [], encoding?: Encoding): string {
  const stream = decodeText(encoding);
  const ends = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
  let text = '';
  let from = 0;
  for (const end of ends) {
    text += stream.write(bytes.subarray(from, end));
    from = end;
  }
  return text + stream.end();
}

const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from('编号,谁来办\n1,本人\n')],
  ['UTF-8 with a mark', Buffer.from('\ufeff编号,谁来办\n1,本人\n')],
  ['GB18030', toGb18030('编号,谁来办\n1,本人\n')],
  ['UTF-16 with a mark, as Excel saves it', Buffer.from('\ufeff编号,谁来办\n1,本人\n', 'utf16le')],
  ['big-endian UTF-16 with a mark', utf16be('\ufeff编号,谁来办\n1,本人\n')],
])('%s is recognised, however its bytes come', (_, bytes) => {
  const everywhere = Array.from({ length: bytes.length }, (_unused, index) => index);
  expect(decode(bytes)).toBe('编号,谁来办\n1,本人\n');
  expect(decode(bytes, everywhere)).toBe('编号,谁来办\n1,本人\n');
});

test('the first line that is not ASCII decides, however late it comes', () => {
  const ascii = 'id,who\n'.repeat(50_000);
  expect(decode(Buffer.concat([Buffer.from(ascii), toGb18030('1,本人\n')]), [100_000])).toBe(
    `${ascii}1,本人\n`,
  );
});

test('what is ASCII is passed on before the encoding is known', () => {
  const stream = decodeText();
  expect(stream.write(Buffer.from('id,who\n1,'))).toBe('id,who\n1,');
  expect(stream.write(toGb18030('本人').subarray(0, 1))).toBe('');
});

test('a line without end is judged by its beginning', () => {
  const stream = decodeText();
  const text = stream.write(toGb18030('本'.repeat(40_000)));
  expect(text.startsWith('本本本')).toBe(true);
});

test('a character that is not in GBK is read from its four bytes', () => {
  expect(decode(Buffer.concat([toGb18030('本'), Buffer.from([0x81, 0x39, 0xee, 0x39])]))).toBe('本\u3400');
});

test('a named encoding is taken as it is', () => {
  expect(decode(Buffer.from('本人'), [], 'gb18030')).not.toBe('本人');
  expect(decode(toGb18030('本人'), [], 'gb18030')).toBe('本人');
  expect(decode(Buffer.from('\ufeff本人'), [], 'utf-8')).toBe('本人');
});

test('what cannot be decoded shows as U+FFFD', () => {
  expect(decode(Buffer.concat([Buffer.from('本人\n'), toGb18030('家人\n')]))).toContain('\ufffd');
});

test('any text comes back, wherever it is cut', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ',', '\n', '"', '本', '办', '😀', '\r') });
  fc.assert(
    fc.property(
      text,
      fc.array(fc.nat(100)),
      fc.constantFrom('utf-8', 'utf-16le'),
      (given, cuts, encoding) => {
        const bytes = Buffer.from(given, encoding === 'utf-8' ? 'utf8' : 'utf16le');
        const named = encoding === 'utf-8' ? undefined : encoding;
        expect(decode(bytes, cuts, named as Encoding | undefined)).toBe(given);
      },
    ),
  );
});
