import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, test } from 'vitest';
import { TARGETS } from './targets.ts';

const cases = join(import.meta.dirname, 'cases');

/** `npm run fuzz` feeds new inputs for as long as it is told to. */
describe.each(TARGETS)('$target.name', ({ target, numRuns }) => {
  test('no input breaks a promise', async () => {
    await fc.assert(fc.asyncProperty(target.inputs, target.check), {
      numRuns,
      seed: 20261122,
      endOnFailure: true,
    });
  });

  test.each(savedFor(target.name))('what broke it once does not again: %s', async (file) => {
    await target.check(JSON.parse(readFileSync(file, 'utf8')).input);
  });
});

function savedFor(name: string): string[] {
  return readdirSync(cases)
    .filter((file) => file.startsWith(`${name}-`))
    .map((file) => join(cases, file));
}
