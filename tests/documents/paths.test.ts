import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';

const decisions = readdirSync(join(packageFolder, 'docs/decisions'));
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'flows/README.md',
  ...decisions.map((name) => `docs/decisions/${name}`),
];

const read = (path: string): string => readFileSync(join(packageFolder, path), 'utf8');
const all = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name = '']) => name);

/** `tests/flows` or `src/interview/*-prompt.ts`, of which one is enough. */
function isThere(path: string): boolean {
  const [folder = '', pattern] = path.split(/\/(?=[^/]*\*)/);
  if (pattern === undefined) return existsSync(join(packageFolder, path));
  const [first, ...rest] = pattern.split('/');
  const names = readdirSync(join(packageFolder, folder));
  const [head = '', tail = ''] = (first ?? '').split('*');
  return names.some(
    (name) => name.startsWith(head) && name.endsWith(tail) && isThere([folder, name, ...rest].join('/')),
  );
}

test.each(documents)('every file that %s links to is there', (document) => {
  const links = all(read(document), /(?:\]\(|src=")([^)"\s]+)/g).filter((link) => !link.includes('://'));
  expect(
    links.filter((link) => !existsSync(join(packageFolder, document, '..', link.replace(/#.*/, '')))),
  ).toEqual([]);
});

test.each(documents)('every path of this house that %s names is there', (document) => {
  const named = all(read(document), /`((?:src|flows|tests|tools|docs|dist|bin|\.ci)\/[^`\s]*)`/g);
  expect(named.filter((path) => !/<|事项/.test(path) && !isThere(path))).toEqual([]);
});

test('the index of the decisions names each of them once', () => {
  const links = all(read('docs/decisions/README.md'), /\]\((\d{4}-[^)]+)\)/g);
  expect(links).toEqual(decisions.filter((name) => name !== 'README.md').sort());
});

test('every decision says why, what, what follows, and what would change it', () => {
  const headings = decisions
    .filter((name) => name !== 'README.md')
    .map((name) => all(read(`docs/decisions/${name}`), /^## (.*)$/gm).join(' '));
  expect(new Set(headings)).toEqual(new Set(['背景 决定 后果 什么会让我们改']));
});
