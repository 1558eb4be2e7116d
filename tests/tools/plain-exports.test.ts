import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { exportPlainly } from '../../tools/plain-exports.mjs';

/** As the bundler writes it. */
const exporting = (name: string): string =>
  `Object.defineProperty(exports, "${name}", {\n  enumerable: true,\n  get: function () {\n    return ${name};\n  }\n});`;

test.each([
  ['a function', 'function thing() {}'],
  ['a function that waits', 'async function thing() {}'],
  ['a class', 'class thing {}'],
  ['a class in a variable', 'var thing = class {};'],
  ['a constant', 'const thing = () => {};'],
])('%s is exported as a value', (_, declared) => {
  const code = exportPlainly(`${declared}\n${exporting('thing')}`);
  expect(code).toBe(`${declared}\nexports["thing"] = thing;`);
});

test.each([
  ['is given its value later', 'var thing;\nfunction start() {\n\tthing = 1;\n}'],
  ['changes', 'let thing = 0;\nfunction count() {\n\tthing += 1;\n}'],
  ['is counted', 'let thing = 0;\nfunction count() {\n\tthing++;\n}'],
  ['is made when first asked', 'let thing = null;\nfunction made() {\n\treturn thing ??= 1;\n}'],
  ['is declared where this does not see it', 'const { thing } = make();'],
])('what %s stays as it is', (_, declared) => {
  const code = `${declared}\n${exporting('thing')}`;
  expect(exportPlainly(code)).toBe(code);
});

test('a longer name, a field or a comparison does not count as a change', () => {
  const code = `const thing = 1;\nconst thing2 = 2;\no.thing = 3;\nif (thing === 1) o.thing++;\n${exporting('thing')}`;
  const exports: Record<string, unknown> = {};
  runInNewContext(exportPlainly(code), { exports, o: {} });
  expect(Object.getOwnPropertyDescriptor(exports, 'thing')?.value).toBe(1);
});
