import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { mainPaths } from '../safety/main-paths.ts';
import { runProgram } from '../support/run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'yibao-sockets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const launcher = fileURLToPath(new URL('../../bin/yibao.js', import.meta.url));

/** Every system call about sockets of a program and its threads, one a line. */
function socketCalls(args: readonly string[]): string[] {
  const log = join(folder, 'calls');
  const options = [
    '-f',
    '-qq',
    '-e',
    'trace=socket,socketpair,connect,bind,listen',
    '-e',
    'signal=none',
    '-o',
    log,
  ];
  runProgram('strace', [...options, process.execPath, ...args]);
  return readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line.includes('('));
}

test('the system tells of a socket where there is one', () => {
  const listen =
    "(await import('node:net')).createServer().listen(0, '127.0.0.1', function () { this.close(); })";
  expect(socketCalls(['--input-type=module', '--eval', listen]).join()).toMatch(/socket\(AF_INET.*listen\(/);
});

const paths = mainPaths(folder).filter(([name]) => name !== 'resume');

test.each(paths.map((args) => [args[0], args] as const))(
  'yibao %s asks the system for no socket',
  (_name, args) => {
    expect(socketCalls([launcher, ...args])).toEqual([]);
  },
);

/** Files that were opened to be read or written, by path. */
function opened(args: readonly string[]): string[] {
  const log = join(folder, 'files');
  runProgram('strace', [
    '-f',
    '-qq',
    '-e',
    'trace=open,openat',
    '-e',
    'signal=none',
    '-o',
    log,
    process.execPath,
    ...args,
  ]);
  return Array.from(
    readFileSync(log, 'utf8').matchAll(/open(?:at)?\([^"]*"([^"]+)"/g),
    ([, path = '']) => path,
  );
}

test('a check opens nothing but the package, the flows it is to check and what Node itself needs', () => {
  const mine = join(folder, 'mine');
  const node = dirname(dirname(process.execPath));
  const own = fileURLToPath(new URL('../../', import.meta.url));
  const others = opened([launcher, 'check', mine]).filter(
    (path) => ![own, mine, node].some((ours) => path.startsWith(ours)),
  );
  expect(
    others.filter(
      (path) => !/^\/(?:proc|sys|dev|etc\/(?:ld|ssl|localtime)|lib|usr\/(?:lib|local|share))/.test(path),
    ),
  ).toEqual([]);
  expect(readdirSync(mine, { recursive: true })).toEqual(['bad', 'bad/flow.yaml']);
});
