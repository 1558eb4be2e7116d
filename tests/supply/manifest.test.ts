import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';

const manifest = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));

test('nothing is installed with the package', () => {
  const kinds = ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies'];
  expect(kinds.filter((kind) => kind in manifest)).toEqual([]);
});

test('nothing runs when the package is installed', () => {
  const hooks = ['preinstall', 'install', 'postinstall', 'dependencies', 'preprepare', 'postprepare'];
  expect(hooks.filter((hook) => hook in manifest.scripts)).toEqual([]);
  // npm runs this one where the sources are, never for those who install the tarball.
  expect(manifest.scripts.prepare).toBe('npm run build');
});

test('it is published for all, with a proof of where it was built', () => {
  expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
  expect(manifest.private).toBeUndefined();
});

test('it names the Node that it needs, and the launcher refuses an older one', () => {
  expect(manifest.engines).toEqual({ node: '>=20.19' });
  expect(readFileSync(join(packageFolder, 'bin/yibao.js'), 'utf8')).toContain('Node.js 20.19');
});

test('every file that it exports is there: types first, then what Node takes and what others take', () => {
  const targets = Object.values(manifest.exports as Record<string, string | Record<string, string>>);
  for (const target of targets) {
    const conditions = typeof target === 'string' ? [] : Object.keys(target);
    expect([[], ['types', 'default'], ['types', 'node', 'default']]).toContainEqual(conditions);
    const files = typeof target === 'string' ? [target] : Object.values(target);
    for (const file of files)
      expect({ file, there: existsSync(join(packageFolder, file)) }).toEqual({ file, there: true });
  }
});
