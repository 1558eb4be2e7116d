import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment } from './run-program.mjs';

/** @typedef {{ passed: number, failed: string[], seconds: number }} SuiteResult */

/**
 * Runs one suite of the tests with one Node, in a checkout.
 * @param {{ checkout: string, bin: string, suite: string, only: readonly string[], report: string }} options
 *   `only`: parts of the names of the files to run; all if there is none
 * @returns {Promise<SuiteResult>} what failed is named; a suite that ran no test has failed
 */
export async function runSuite({ checkout, bin, suite, only, report }) {
  const begun = Date.now();
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  spawnSync(join(bin, 'node'), [vitest, 'run', '--project', suite, ...only], {
    cwd: checkout,
    env: environment(bin, { VITEST_REPORT: report }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const seconds = Math.round((Date.now() - begun) / 1000);
  return { ...(await readReport(report)), seconds };
}

/** @param {string} report */
async function readReport(report) {
  if (!existsSync(report)) return { passed: 0, failed: ['the suite left no report'] };
  /** @type {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(await readFile(report, 'utf8'));
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ status, fullName }) => ({ status, title: `${name}: ${fullName}` })),
  );
  const broken = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => `${name}: could not be loaded`);
  const failed = tests.filter(({ status }) => status !== 'passed').map(({ title }) => title);
  if (tests.length === 0) broken.push('no test was run');
  return { passed: tests.length - failed.length, failed: [...failed, ...broken] };
}
