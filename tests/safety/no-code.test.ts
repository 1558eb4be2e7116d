import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('../../src', import.meta.url));

/** Ways in which a text could become code, a pattern or a program. */
const WAYS: Readonly<Record<string, RegExp>> = {
  'a pattern': /\b(?:new )?RegExp\(/,
  'a pattern made by a method':
    /\.(?:match|matchAll|search)\((?!\/|[A-Z_]+\b|config\b|sign\b|unit\b|typed\b)/,
  'a late pattern of a text': /\blatePattern\((?!String\.raw`(?:[^`$]|\$(?!\{))*`|source: string)/,
  eval: /(?<![\w$`"'])eval\(/,
  Function: /\bFunction\(/,
  'a module by a name': /\bimport\((?!'\.{1,2}\/[\w/.-]+\.ts'|'[a-z][\w/-]*'|'@inquirer\/[a-z]+')/,
  'a module of Node by a name': /\b(?:require|createRequire|getBuiltinModule)\(/,
  'a program': /child_process/,
  'a thread': /worker_threads/,
  'code in a sandbox': /node:vm|new Worker\(.*eval/,
  'a timer with a text': /\bset(?:Timeout|Interval)\(['"`]/,
};

/** Comments say what code does not do. */
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

function findings(): string[] {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.toSorted().flatMap((name) => {
    const text = withoutComments(readFileSync(join(src, name), 'utf8'));
    return Object.entries(WAYS).flatMap(([what, way]) => (way.test(text) ? [`${name}: ${what}`] : []));
  });
}

test('no text from a file can become code, a pattern, a module or a program', () => {
  // Patterns are made of constants only; the program opens a document that this run has written; threads run
  // the package's own script.
  expect(findings()).toEqual([
    'cli/asked-thread.ts: a thread',
    'cli/batch-worker.ts: a thread',
    'cli/batch/serve-records.ts: a thread',
    'cli/check-worker.ts: a thread',
    'cli/open-on-desktop.ts: a program',
    'engine/place-names.ts: a pattern',
    'model/late-pattern.ts: a pattern',
    'render/columns.ts: a pattern',
  ]);
});

test.each([
  ['new RegExp(term)', 'a pattern'],
  ['text.match(given)', 'a pattern made by a method'],
  ["latePattern(text, 'u')", 'a late pattern of a text'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the code of a template
  ["latePattern(String.raw`a${term}b`, 'u')", 'a late pattern of a text'],
  ['eval(text)', 'eval'],
  ["new Function('x')", 'Function'],
  ['await import(path)', 'a module by a name'],
  ["import('./' + name)", 'a module by a name'],
  ["require('x')", 'a module of Node by a name'],
  ["setTimeout('x()')", 'a timer with a text'],
])('%s would be found as %s', (code, what) => {
  expect(WAYS[what]?.test(code)).toBe(true);
});
