import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Text that is run as code: eval, the constructor of functions under its own or another name, Node's vm. */
const RUNS_TEXT = [
  /(?<![\w$.-])eval\s*\(/,
  /(?<![\w$.])Function\s*\(/,
  /[=(,]\s*Function\s*[;,)]/,
  /getBuiltinModule\([`'"]vm[`'"]\)|['"`](?:node:)?vm['"`]/,
  /\.constructor\s*\(\s*[`'"]return/,
];

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));
}

const findRunText = (text: string) => RUNS_TEXT.filter((pattern) => pattern.test(text)).map(String);

test.each([
  ['eval(answers)', 1],
  ['const f = new Function("a", text)', 1],
  ['const F=Function;new F("")', 1],
  ['import vm from "node:vm"', 1],
  ['const run=process.getBuiltinModule("vm")', 1],
  ['path.toFunction()(context)', 0],
  ['Object.setPrototypeOf(chalk, Function.prototype)', 0],
])('%s is seen as running text: %i', (code, count) => {
  expect(findRunText(code).length > 0 ? 1 : 0).toBe(count);
});

test('nothing that we write or ship runs text as code', () => {
  const files = [...filesIn('src', /\.ts$/), ...filesIn('dist', /\.c?js$/), ...filesIn('bin', /\.js$/)];
  expect(files.length).toBeGreaterThan(200);
  const found = files.flatMap((file) => {
    return findRunText(readFileSync(join(root, file), 'utf8')).map((pattern) => `${file}: ${pattern}`);
  });
  expect(found).toEqual([]);
});
