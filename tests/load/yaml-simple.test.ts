import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ProblemList } from '../../src/load/problem-list.ts';
import { parseAnyYaml } from '../../src/load/yaml-document.ts';
import { readSimpleYaml } from '../../src/load/yaml-simple.ts';

const FLOWS = new URL('../../flows/', import.meta.url);
const names = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);
const texts = names.map((name) => readFileSync(new URL(name, FLOWS), 'utf8'));

/** What the reader of all YAML makes of a text: nodes with their positions, problems, how much is left. */
function readAll(text: string): unknown {
  const problems = new ProblemList();
  const left = { count: 50_000 };
  const node = parseAnyYaml({ path: 'a.yaml', text }, problems, left);
  return { node, problems: problems.sorted(), left: left.count };
}

/** The same of the simple reader; undefined where it leaves the text. */
function readSimply(text: string): unknown {
  const left = { count: 50_000 };
  const node = readSimpleYaml({ path: 'a.yaml', text }, left);
  return node && { node, problems: [], left: left.count };
}

test.each(names.map((name, index) => [name, texts[index] ?? '']))(
  'flows/%s is simple, and read as the library reads it, every position included',
  (_name, text) => {
    expect(readSimply(text)).toEqual(readAll(text));
  },
);

test.each([
  ['a list under its key, not indented', 'a:\n- 1\n- b: 2\n  c: 3\nd: 4'],
  ['nothing behind a key', 'a:\nb: # 注\n  c:\n'],
  ['comments and empty lines anywhere', '# 一\n\na: 1 # 二\n   # 三\n \nb: x#y\n'],
  ['numbers, flags, dates and codes', 'a: [012, -1, +1, 1.50, true, FALSE, yes, 2026-11-22, 1-2, 3月]'],
  ['quotes of both kinds', `a: "x: y # z"\n'b': ''\n"c": 'x "y"' # 注`],
  ['maps and lists in brackets', 'a: { b: [ 1,{ c: d e }, "f" ], g: [], h: {} , i: x:y#z }\n'],
  ['a map of one key in a list', '- [a: { b: [] }, c, "d": e]\n- f: g'],
  ['brackets on a line of their own', 'a:\n  [b, c]\nd:\n  - e\n'],
  ['a mark of byte order and Windows line ends', '\uFEFFa: 1\r\nb:\r\n  - 二\r\n'],
  ['wide spaces and colons', 'a　b: c：d　'],
])('%s', (_name, text) => {
  expect(readSimply(text)).toEqual(readAll(text));
});

test.each([
  ['a text of several lines', 'a: b\n  c\n'],
  ['a block of text', 'a: |\n  b\n'],
  ['brackets over several lines', 'a: [b,\n  c]\n'],
  ['an escape', 'a: "\\n"\n'],
  ['a doubled quote', "a: 'b''c'\n"],
  ['an anchor', 'a: &x 1\n'],
  ['a tag', 'a: !!str 1\n'],
  ['a written-out null', 'a: ~\n'],
  ['an odd number', 'a: 0x1F\n'],
  ['a key without value in braces', 'a: { b }\n'],
  ['a comma at the end', 'a: [b, ]\n'],
  ['a list within a list on one line', '- - a\n'],
  ['an empty item', '-\n- a\n'],
  ['one text alone', 'a\n'],
  ['a mark of a document', '---\na: 1\n'],
  ['a tab', 'a:\tb\n'],
  ['nothing', '# 空\n'],
  ['a key written twice', 'a: 1\na: 2\n'],
  ['a key written twice in braces', 'a: { b: 1, b: 2 }\n'],
  ['a dash alone in brackets', 'a: [-]\n'],
  ['a key that is not allowed', '__proto__: 1\n'],
  ['a line that is too far in', 'a: 1\n  b: 2\n'],
  ['a line that is too far out', '  a: 1\n b: 2\n'],
  ['a second colon', 'a: b: c\n'],
  ['something behind a quote', 'a: "b" c\n'],
  ['a bracket that is not closed', 'a: [b\n'],
  ['too many nodes', `- [${'a,'.repeat(900)}a]\n`.repeat(56)],
  ['a text that is too long', `a: ${'b'.repeat(5001)}\n`],
  ['too many brackets', `a: ${'['.repeat(50)}${']'.repeat(50)}\n`],
])('what is not simple is left to the library: %s', (_name, text) => {
  expect(readSimply(text)).toBeUndefined();
});

/** Pieces that YAML gives a meaning to. */
const SIGNS = [
  ...' \n-:#"\',[]{}?!&*|>%@`~\\ab1.0中：\t\r',
  '\n  ',
  '- ',
  ': ',
  ' #',
  'null',
  '\n- ',
  'true',
];

/** A few lines of a built-in file with some places written over. */
const spoilt = fc
  .record({
    lines: fc.constantFrom(...texts).map((text) => text.split('\n')),
    from: fc.nat(1000),
    count: fc.integer({ min: 1, max: 12 }),
    changes: fc.array(fc.record({ at: fc.nat(300), cut: fc.nat(3), sign: fc.constantFrom('', ...SIGNS) }), {
      maxLength: 4,
    }),
  })
  .map(({ lines, from, count, changes }) => {
    const begin = from % lines.length;
    const indent = lines[begin]?.search(/\S/) ?? 0;
    const text = lines.slice(begin, begin + count).map((line) => line.slice(Math.max(0, indent)));
    return changes.reduce(
      (one, { at, cut, sign }) => one.slice(0, at) + sign + one.slice(at + cut),
      text.join('\n'),
    );
  });

const signs = fc.array(fc.constantFrom(...SIGNS), { maxLength: 14 }).map((parts) => parts.join(''));

test('whatever the simple reader reads, the library reads as the same, and finds nothing wrong', () => {
  let simple = 0;
  const property = fc.property(fc.oneof(spoilt, signs), (text) => {
    const read = readSimply(text);
    if (!read) return;
    simple++;
    expect(read).toEqual(readAll(text));
  });
  fc.assert(property, { numRuns: 5000 });
  expect(simple).toBeGreaterThan(500);
});
