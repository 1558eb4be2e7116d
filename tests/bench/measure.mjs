import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const BIN = join(ROOT, 'bin/yibao.js');
const PROBE = new URL('memory-probe.mjs', import.meta.url).href;

/**
 * The environment of every process that is timed. Certificates from outside (NODE_EXTRA_CA_CERTS) make
 * Node 20 itself start three times as slowly, and every ratio to it look better than it is.
 */
export function plainEnvironment() {
  const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...rest } = process.env;
  return rest;
}

/**
 * Milliseconds that a Node process takes from its start to its end. Throws if it fails.
 * @param {string[]} args what Node is given
 * @param {{ node?: string, input?: string, sink?: 'null' | 'pipe' }} [options] `input` is a file for stdin
 */
export function timeNode(args, { node = process.execPath, input, sink = 'pipe' } = {}) {
  const files = [
    openSync(input ?? '/dev/null', 'r'),
    ...(sink === 'null' ? [openSync('/dev/null', 'w')] : []),
  ];
  try {
    const start = performance.now();
    const { status, stderr, error } = spawnSync(node, args, {
      stdio: [/** @type {number} */ (files[0]), files[1] ?? 'pipe', 'pipe'],
      env: plainEnvironment(),
      maxBuffer: 2 ** 30,
    });
    const milliseconds = performance.now() - start;
    if (status !== 0) throw new Error(`${args.join(' ')}: ${error?.message ?? stderr}`);
    return milliseconds;
  } finally {
    for (const file of files) closeSync(file);
  }
}

/**
 * The same, with the most memory that the process held, in MB.
 * @param {string[]} args
 * @param {Parameters<typeof timeNode>[1]} [options]
 */
export function timeAndMemory(args, options) {
  return inTemporaryFolder((folder) => {
    const report = join(folder, 'memory');
    const milliseconds = timeNode(['--import', `${PROBE}?${encodeURIComponent(report)}`, ...args], options);
    return { milliseconds, megabytes: Number(readFileSync(report, 'utf8')) / 1024 };
  });
}

/**
 * Runs every task once a round, so that what else the machine does falls on all of them alike.
 * @template {string} K
 * @param {number} rounds
 * @param {Record<K, () => number>} tasks
 * @returns {Record<K, number[]>}
 */
export function interleave(rounds, tasks) {
  const names = /** @type {K[]} */ (Object.keys(tasks));
  const empty = names.map((name) => /** @type {[K, number[]]} */ ([name, []]));
  const samples = /** @type {Record<K, number[]>} */ (Object.fromEntries(empty));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) samples[name].push(tasks[name]());
  }
  return samples;
}

/**
 * Each sample against the one of the same round.
 * @param {readonly number[]} samples
 * @param {readonly number[]} bases
 */
export function ratios(samples, bases) {
  return samples.map((sample, round) => sample / /** @type {number} */ (bases[round]));
}

/**
 * Gives a new folder to `use`, and removes it when that is done.
 * @template T
 * @param {(folder: string) => T} use
 * @returns {T}
 */
export function inTemporaryFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), 'yibao-bench-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const result = use(folder);
    if (result instanceof Promise) return /** @type {T} */ (result.finally(remove));
    remove();
    return result;
  } catch (error) {
    remove();
    throw error;
  }
}
