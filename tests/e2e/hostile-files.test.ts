import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectHarmless } from '../support/expect-harmless.ts';
import { HOSTILE_FLOWS } from '../support/hostile-flows.ts';
import { makeHostileFolder } from '../support/make-hostile-folder.ts';
import { runMeasured } from '../support/run-measured.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-hostile-files-'));
afterAll(() => rmSync(root, { recursive: true }));

const folder = (name: string, files: Parameters<typeof makeHostileFolder>[1] = {}): string => {
  mkdirSync(join(root, name), { recursive: true });
  return makeHostileFolder(join(root, name), files);
};

test('links, pipes and sockets are told and neither followed nor waited for', async () => {
  const own = folder('kinds');
  for (const name of ['pipe', 'outside', 'device', 'loop', 'socket']) mkdirSync(join(own, name));
  const secret = join(folder('secret'), 'passwords.yaml');
  writeFileSync(secret, 'geheim: 一二三\n');
  execFileSync('mkfifo', [join(own, 'pipe/flow.yaml')]);
  symlinkSync(secret, join(own, 'outside/flow.yaml'));
  symlinkSync('/dev/zero', join(own, 'device/flow.yaml'));
  symlinkSync('flow.yaml', join(own, 'loop/flow.yaml'));
  symlinkSync('..', join(own, 'loop/again'));
  symlinkSync('/', join(own, 'all'));
  const server = createServer().listen(join(own, 'socket/flow.yaml'));
  const run = await runMeasured(['check', own]);
  server.close();
  expectHarmless(run);
  expect(run.code).toBe(4);
  expect(run.stdout).not.toMatch(/geheim|一二三/);
  expect(run.stdout.match(/\w+\/flow\.yaml:1:1 错误 .*/g)).toEqual([
    'device/flow.yaml:1:1 错误 not-a-file 这是一个链接，不读；请把文件本身放在这里',
    'loop/flow.yaml:1:1 错误 not-a-file 这是一个链接，不读；请把文件本身放在这里',
    'outside/flow.yaml:1:1 错误 not-a-file 这是一个链接，不读；请把文件本身放在这里',
    'pipe/flow.yaml:1:1 错误 not-a-file 这不是普通文件，不读',
    'socket/flow.yaml:1:1 错误 not-a-file 这不是普通文件，不读',
  ]);
});

test('a pipe that is named itself is not waited for either', async () => {
  const path = join(folder('named'), 'flow.yaml');
  execFileSync('mkfifo', [path]);
  const run = await runMeasured(['check', path]);
  expectHarmless(run);
  expect(run.stdout).toContain('flow.yaml:1:1 错误 not-a-file 这不是普通文件，不读');
});

test('names of files and folders act on no terminal', async () => {
  const own = folder('names', { '\u001b[31mred\u202e/flow.yaml': 'id: [\n' });
  for (const json of [[], ['--json']]) {
    const run = await runMeasured(['check', own, ...json]);
    expectHarmless(run);
    expect(run.code).toBe(4);
    if (json.length === 0) expect(run.stdout).toContain('red/flow.yaml:2:1 错误');
  }
});

test('a bomb of aliases, and a proof without end, end soon and say why', async () => {
  const bomb = await runMeasured(['check', folder('bomb', HOSTILE_FLOWS.yaml['an alias bomb'])]);
  expectHarmless(bomb);
  expect(bomb.stdout).toContain('flow.yaml:5:20 错误 too-many-nodes 内容太多；多半是别名');
  const proof = await runMeasured([
    'check',
    '--json',
    folder('proof', HOSTILE_FLOWS.proofs['30 questions that branch']),
  ]);
  expectHarmless(proof, { seconds: 9 });
  const [flow] = JSON.parse(proof.stdout).flows;
  expect(flow.proven).toBe(false);
  expect(flow.problems).toContainEqual(
    expect.objectContaining({ code: 'proof-unfinished', severity: 'warning', line: 1, column: 1 }),
  );
});
