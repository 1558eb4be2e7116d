import { readFileSync } from 'node:fs';

/**
 * @typedef {{ status: string }} Assertion
 * @typedef {{ status: string, assertionResults: Assertion[] }} TestFile
 */

const files = process.argv.slice(2);
const counts = files.map(countReport);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
if (failed > 0 || passed === 0) process.exitCode = 1;

/**
 * A report that is missing or holds no test is one failure, and so is a test that was skipped.
 * @param {string} path
 */
function countReport(path) {
  const report = readReport(path);
  if (!report || report.testResults.length === 0) return { passed: 0, failed: 1 };
  return report.testResults.map(countFile).reduce((sum, count) => ({
    passed: sum.passed + count.passed,
    failed: sum.failed + count.failed,
  }));
}

/** @param {TestFile} file */
function countFile({ status, assertionResults }) {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.length - passed;
  // A file that could not be loaded, or whose set-up failed, has no failed test of its own.
  const broken = failed === 0 && (status !== 'passed' || passed === 0) ? 1 : 0;
  return { passed, failed: failed + broken };
}

/**
 * @param {string} path
 * @returns {{ testResults: TestFile[] } | undefined}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
