import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';

/** The built files that one of them leads to, at once or later, itself the first. */
function reached(file: string, seen = new Set<string>()): string[] {
  if (!seen.has(file)) {
    seen.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, name = ''] of code.matchAll(/["'`](\.{1,2}\/[\w./-]+\.c?js)["'`]/g))
      reached(join(dirname(file), name), seen);
  }
  return [...seen];
}

/** What a built file takes from Node: its modules, however they are got, and its globals. */
function namesOfNode(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const imported = [...code.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*["'`]([^"'`\s]+)["'`]/g)].map(
    ([, name = '']) => name,
  );
  const modules = imported.filter((name) => builtinModules.includes(name.replace(/^node:/, '')));
  return [...modules, ...(code.match(/\bprocess\.\w+|\bBuffer\b|\brequire\(/g) ?? [])];
}

const built = (name: string): string => join(packageFolder, 'dist', name);

test.each(['browser/engine.js', 'browser/render.js'])(
  'nothing that %s loads, at once or later, is of Node',
  (entry) => {
    expect(reached(built(entry)).flatMap(namesOfNode)).toEqual([]);
  },
);

test('the command does reach Node, so this test can see it', () =>
  expect(reached(built('cli/main.cjs')).flatMap(namesOfNode)).not.toEqual([]));
