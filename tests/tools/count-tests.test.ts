import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yibao-count-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((test) => ({ status: test })),
});

function count(...reports: unknown[]) {
  const paths = reports.map((report, index) => {
    const path = join(folder, `${index}.json`);
    if (report !== undefined) writeFileSync(path, JSON.stringify(report));
    return path;
  });
  const script = join(packageFolder, 'tools', 'count-tests.mjs');
  const { stdout, status } = spawnSync(process.execPath, [script, ...paths], { encoding: 'utf8' });
  return { line: stdout, code: status };
}

test('two reports are summed in one line', () =>
  expect(
    count(
      { testResults: [file('passed', 'passed', 'passed')] },
      { testResults: [file('failed', 'failed', 'passed')] },
    ),
  ).toEqual({ line: '3 passed, 1 failed\n', code: 1 }));

test('all passed is success', () =>
  expect(count({ testResults: [file('passed', 'passed')] })).toEqual({
    line: '1 passed, 0 failed\n',
    code: 0,
  }));

test('a skipped test is a failure', () =>
  expect(count({ testResults: [file('passed', 'passed', 'skipped', 'todo')] })).toEqual({
    line: '1 passed, 2 failed\n',
    code: 1,
  }));

test('a file that could not be loaded is a failure', () =>
  expect(count({ testResults: [file('passed', 'passed'), file('failed')] })).toEqual({
    line: '1 passed, 1 failed\n',
    code: 1,
  }));

test('a missing report is a failure', () =>
  expect(count({ testResults: [file('passed', 'passed')] }, undefined)).toEqual({
    line: '1 passed, 1 failed\n',
    code: 1,
  }));

test('a report without tests is a failure', () =>
  expect(count({ testResults: [] })).toEqual({ line: '0 passed, 1 failed\n', code: 1 }));
