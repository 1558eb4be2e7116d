import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { expectHarmless } from '../support/expect-harmless.ts';
import { HOSTILE_FLOWS, type HostileFiles } from '../support/hostile-flows.ts';
import { makeHostileFolder } from '../support/make-hostile-folder.ts';
import { type MeasuredRun, runMeasured } from '../support/run-measured.ts';

const root = mkdtempSync(join(tmpdir(), 'yibao-hostile-'));
afterAll(() => rmSync(root, { recursive: true }));

const took: string[] = [];

async function check(name: string, files: HostileFiles): Promise<MeasuredRun> {
  const folder = makeHostileFolder(mkdtempSync(join(root, 'f-')), files);
  const run = await runMeasured(['check', folder]);
  took.push(`${run.seconds.toFixed(1)} s ${run.megabytes.toFixed(0)} MB ${run.code} ${name}`);
  rmSync(folder, { recursive: true });
  return run;
}

/** A problem at a file, a line and a column. */
const AT_A_PLACE = /:\d+:\d+ 错误 [a-z0-9-]+ /;

describe.each(Object.entries(HOSTILE_FLOWS))('%s', (group, inputs) => {
  // What loads is then proven, up to the work that a proof may take.
  const seconds = group === 'proofs' || group === 'full' ? 9 : 4;
  test.concurrent.each(Object.entries(inputs))('%s does no harm', async (name, files) => {
    const run = await check(name, files);
    expectHarmless(run, { seconds });
    if (run.code === 4) expect(run.stdout).toMatch(AT_A_PLACE);
  });
});

test('a file of 100 MB is not read', async () => {
  const folder = makeHostileFolder(mkdtempSync(join(root, 'f-')), { 'bad/flow.yaml': 'id: bad\n' });
  truncateSync(join(folder, 'bad/flow.yaml'), 100_000_000);
  const run = await runMeasured(['check', folder]);
  expectHarmless(run);
  expect(run.stdout).toContain('flow.yaml:1:1 错误 file-too-long 文件太大，最多 750000 字节');
});

test('what it all took', () => {
  const figures = took.toSorted((a, b) => Number.parseFloat(b) - Number.parseFloat(a));
  process.stdout.write(`${figures.slice(0, 12).join('\n')}\n`);
  expect(took.length).toBeGreaterThan(100);
});
