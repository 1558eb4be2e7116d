import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

/** Every package that a file imports before it runs, through our own files. */
async function packagesOf(file: URL, seen = new Set<string>()): Promise<string[]> {
  if (seen.has(file.href)) return [];
  seen.add(file.href);
  const text = await readFile(file, 'utf8');
  const imports = text.matchAll(/^(?:import|export) (?!type )[^;]*?from '([^']+)';/gms);
  const found = await Promise.all(
    [...imports].map(async ([, name = '']) =>
      name.startsWith('.') ? await packagesOf(new URL(name, file), seen) : [name],
    ),
  );
  return found.flat().filter((name) => !name.startsWith('node:'));
}

test.each(['flow-store.ts', 'read-answers.ts'])(
  '%s loads neither yaml nor zod before it needs them',
  async (name) => {
    expect(await packagesOf(new URL(`../../src/load/${name}`, import.meta.url))).toEqual([]);
  },
);

test('the loader of YAML does load both', async () => {
  const found = await packagesOf(new URL('../../src/load/load-flows.ts', import.meta.url));
  expect([...new Set(found)].sort()).toEqual(['yaml', 'zod/mini']);
});
