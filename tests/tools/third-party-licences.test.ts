import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeLicences } from '../../tools/third-party-licences.mjs';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yibao-licences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function plantPackage(name: string, license: string, files: Record<string, string>): string {
  const place = join(folder, 'node_modules', name);
  mkdirSync(join(place, 'dist'), { recursive: true });
  writeFileSync(join(place, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  writeFileSync(join(place, 'dist', 'package.json'), '{"type":"module"}');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(place, file), text);
  return join(place, 'dist', 'index.js');
}

test('a package is named once, with its version, licence and text', () => {
  const b = plantPackage('b', 'MIT', { LICENSE: 'text of b' });
  const a = plantPackage('a', 'ISC', { 'license.md': 'text of a' });
  const text = writeLicences([b, a, b.replace('index', 'other'), join(folder, 'src/own.ts'), '\0runtime']);
  expect(text.match(/^\S+ 1\.2\.3 \(\w+\)$/gm)).toEqual(['a 1.2.3 (ISC)', 'b 1.2.3 (MIT)']);
  expect(text).toContain('text of a');
});

test('a licence that is not allowed stops the build', () => {
  const module = plantPackage('viral', 'GPL-3.0', { LICENSE: 'x' });
  expect(() => writeLicences([module])).toThrow('viral 1.2.3 has licence GPL-3.0');
});

test('a package without a licence text stops the build', () => {
  const module = plantPackage('bare', 'MIT', {});
  expect(() => writeLicences([module])).toThrow('bare 1.2.3 comes without a licence text');
});

test('a package that names MIT and its author but has no text gets the text of MIT', () => {
  const module = plantPackage('brief', 'MIT', {});
  const manifest = { name: 'brief', version: '1.2.3', license: 'MIT', author: 'A. Writer <a@example.com>' };
  writeFileSync(join(folder, 'node_modules', 'brief', 'package.json'), JSON.stringify(manifest));
  const text = writeLicences([module]);
  expect(text).toContain('Copyright (c) A. Writer <a@example.com>');
  expect(text).toContain('WITHOUT WARRANTY');
});

test('packages under the same words of MIT share them, each with its own copyright lines', () => {
  const grant = 'Permission is hereby granted,\nfree of charge. The “Software”.';
  const a = plantPackage('a', 'MIT', { LICENSE: `MIT License\n\nCopyright (c) Ada\n\n${grant}\n` });
  const b = plantPackage('b', 'MIT', {
    LICENSE: `The MIT License (MIT)\r\n\r\nCopyright (c) Bea\r\nCopyright (c) Bob\r\n\r\n${grant.replace('\n', '\r\n').replace(/[“”]/g, '"')}\r\n`,
  });
  const c = plantPackage('c', 'MIT', { LICENSE: `Copyright (c) Cy\n\n${grant} And more.\n` });
  expect(writeLicences([a, b, c])).toBe(
    `a 1.2.3 (MIT)\nCopyright (c) Ada\n\nb 1.2.3 (MIT)\nCopyright (c) Bea\nCopyright (c) Bob\n\n${grant}\n` +
      `\n${'-'.repeat(80)}\n\nc 1.2.3 (MIT)\nCopyright (c) Cy\n\n${grant} And more.\n`,
  );
});
