import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { SOUND_CASES, SOUND_FLOW } from '../support/sound-flow.ts';
import { runLauncher } from './run-launcher.ts';
import { startInTerminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'yibao-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const flowFile = join(folder, 'toy', 'flow.yaml');
mkdirSync(join(folder, 'toy'));
mkdirSync(join(folder, 'shared'));
writeFileSync(flowFile, SOUND_FLOW);
writeFileSync(join(folder, 'toy', 'cases.yaml'), SOUND_CASES);
writeFileSync(
  join(folder, 'shared', 'sources.yaml'),
  'doc: { title: 试办办法, issuer: 试办局, grade: A, seen: 2026-11-22 }\n',
);

const SOUND_REPORT = `toy 试办一件事：2 条路，全部证明；2 题，3 个选项，4 条，4 个案例；没有问题
  最长的清单有 3 条，最多有 0 条提醒
一共 1 个流程：没有问题`;

test('a terminal shows what is being checked, and at last only the report', async () => {
  const run = startInTerminal(['check', folder], { columns: 100 });
  await run.seen('正在');
  expect(await run.ended()).toBe(0);
  expect(run.screen()).toBe(SOUND_REPORT);
  expect(run.isCursorShown()).toBe(true);
});

test('a pipe gets the report and nothing on stderr', async () => {
  expect(await runLauncher(['check', folder, '--strict'])).toEqual({
    code: 0,
    stdout: `${SOUND_REPORT}\n`,
    stderr: '',
  });
});

test('--watch checks again after a change, and Ctrl-C ends it', async () => {
  const run = startInTerminal(['check', folder, '--watch'], { columns: 100, rows: 40 });
  await run.seen('按 Ctrl-C 结束');
  writeFileSync(flowFile, SOUND_FLOW.replace('问问家里人。', '问问家里人'));
  await run.seen('end-mark-missing');
  writeFileSync(flowFile, SOUND_FLOW.replace('ask: 谁来办？', 'akc: 谁来办？'));
  await run.seen('不认识的键“akc”');
  writeFileSync(flowFile, SOUND_FLOW.replace('title: 试办一件事', 'title: 改好的事'));
  await run.seen('toy 改好的事：2 条路');
  run.press('\u0003');
  expect(await run.ended()).toBe(0);
  expect(run.isCursorShown()).toBe(true);
  writeFileSync(flowFile, SOUND_FLOW);
});

test('a finding’s answers are a file that runs', async () => {
  writeFileSync(
    flowFile,
    SOUND_FLOW.replace('when: { outcome: not-you }', 'when: { who: other, home: "430900" }'),
  );
  const { code, stdout } = await runLauncher(['check', folder]);
  expect(code).toBe(4);
  const block = /^ {4}flow: toy\n(?: {4}.*\n)+/m.exec(stdout)?.[0] ?? '';
  const answers = join(folder, 'answers.yaml');
  writeFileSync(answers, block.replaceAll(/^ {4}/gm, ''));
  const run = await runLauncher(['toy', '--flows', folder, '--answers', answers, '-f', 'json']);
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toMatchObject({ outcome: { id: 'not-you' }, steps: [] });
  writeFileSync(flowFile, SOUND_FLOW);
});
