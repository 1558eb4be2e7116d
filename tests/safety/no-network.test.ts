import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { mainPaths } from './main-paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'yibao-network-'));
afterAll(() => rmSync(folder, { recursive: true }));

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));
const preload = new URL('../support/no-network.mjs', import.meta.url).href;

function runWithout(network: string, args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', network, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, XDG_STATE_HOME: folder },
  });
  return { status, stderr };
}

const ATTEMPTS = [
  "(await import('node:net')).connect(9)",
  "new (await import('node:net')).Socket().connect(9)",
  "(await import('node:net')).createServer().listen(0)",
  "(await import('node:tls')).connect(9)",
  "(await import('node:dgram')).createSocket('udp4')",
  "(await import('node:dns')).lookup('localhost', () => {})",
  "(await import('node:http')).get('http://127.0.0.1')",
  "(await import('node:https')).get('https://127.0.0.1')",
  "(await import('node:http2')).connect('http://127.0.0.1')",
  "process.getBuiltinModule('net').connect(9)",
  "await fetch('http://127.0.0.1')",
];

test.each(ATTEMPTS)('the guard stops %s', (code) => {
  const { status, stderr } = runWithout(preload, ['--input-type=module', '--eval', code]);
  expect(stderr).toMatch(/^reached for the network: /);
  expect(status).toBe(99);
});

test.each(mainPaths(folder).map((args) => [args[0], args] as const))(
  'yibao %s opens no socket',
  (_name, args) => {
    expect(runWithout(preload, [launcher, ...args])).toMatchObject({ status: 0 });
  },
);

/** Every built-in module that a script names, however it loads it. */
function builtInsOf(script: string): string[] {
  const loads =
    /(?:from|import|import\(|require\(|getBuiltinModule\()\s*[`'"](?:node:)?([a-z][a-z0-9_]*(?:\/[a-z]+)?)[`'"]/g;
  return Array.from(script.matchAll(loads), ([, name = '']) => name);
}

test('the built package names no module that could reach the network', () => {
  const dist = fileURLToPath(new URL('../../dist', import.meta.url));
  const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.c?js$/.test(name),
  );
  const named = new Set(scripts.flatMap((name) => builtInsOf(readFileSync(join(dist, name), 'utf8'))));
  expect(scripts.length).toBeGreaterThan(20);
  expect([...named].toSorted().join(' ')).toBe(
    'async_hooks buffer child_process crypto events fs fs/promises module os path process readline stream ' +
      'string_decoder tty url util v8 worker_threads zlib',
  );
});
