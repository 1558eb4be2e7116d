import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { packageFolder } from '../support/package-folder.ts';

test('README lists every procedure by its name, and has an example of each', async () => {
  const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
  const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
  const listed = Array.from(readme.matchAll(/^\| `npx yibao (\w+)` \| ([^|（]+)/gm), ([, id, title]) => ({
    id,
    title: title?.trim(),
  }));
  const examples = Array.from(readme.matchAll(/^# .*\nnpx yibao (\w+) -a /gm), ([, id]) => id);
  const known = store.list().map(({ id, title }) => ({ id, title: title.replace(/（.*/, '') }));
  const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
    (a.id ?? '') < (b.id ?? '') ? -1 : 1;
  expect(listed.toSorted(byId)).toEqual(known.toSorted(byId));
  expect(examples.toSorted()).toEqual(known.map(({ id }) => id).toSorted());
});
