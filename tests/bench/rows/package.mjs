import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTemporaryFolder, interleave, ROOT, ratios } from '../measure.mjs';

const VERSIONS = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).dependencies;
const PEERS = ['plop', 'hygen', 'create-vite'];

/**
 * The package as it is published, and `npx` of it and of others, each from a tarball that was packed
 * beforehand. A first run, not timed, fills npm's cache with what the tarball needs; in the timed ones
 * npm is offline and installs anew, so that the network does not decide.
 * @param {{ rounds: number }} options
 * @returns {Record<string, number[]>}
 */
export function measurePackage({ rounds }) {
  return inTemporaryFolder((folder) => {
    const cache = join(folder, 'cache');
    const ours = pack(ROOT, folder);
    const [first = '', ...others] = ['yibao', ...PEERS];
    const tarballs = new Map([
      [first, ours.tarball],
      // As published: npm leaves out most of an installed create-vite, its templates, when it packs it again.
      ...others.map(
        (name) => /** @type {const} */ ([name, pack(`${name}@${VERSIONS[name]}`, folder).tarball]),
      ),
    ]);
    const runs = Object.fromEntries(
      [...tarballs].map(([name, tarball]) => [name, () => timeNpx({ name, tarball, cache, offline: true })]),
    );
    for (const [name, tarball] of tarballs) timeNpx({ name, tarball, cache, offline: false });
    const { yibao = [], ...samples } = interleave(rounds, runs);
    return {
      'package-size': [ours.megabytes],
      'package-count': [countInstalled(folder, ours.tarball)],
      ...Object.fromEntries(
        Object.entries(samples).map(([name, times]) => [`npx-${name}`, ratios(yibao, times)]),
      ),
    };
  });
}

/**
 * @param {string} source
 * @param {string} folder
 */
function pack(source, folder) {
  const printed = npm(['pack', source, '--json', '--ignore-scripts', '--pack-destination', folder], folder);
  const [{ filename, unpackedSize }] = JSON.parse(printed);
  return { tarball: join(folder, filename), megabytes: unpackedSize / 1e6 };
}

/** @param {{ name: string, tarball: string, cache: string, offline: boolean }} run */
function timeNpx({ name, tarball, cache, offline }) {
  // npx keeps what it installed; without it each run installs again.
  rmSync(join(cache, '_npx'), { recursive: true, force: true });
  const start = performance.now();
  npm(
    [
      'exec',
      '--yes',
      '--cache',
      cache,
      ...(offline ? ['--offline'] : []),
      '--package',
      tarball,
      '--',
      name,
      '--help',
    ],
    cache,
  );
  return performance.now() - start;
}

/**
 * @param {string} folder
 * @param {string} tarball
 */
function countInstalled(folder, tarball) {
  const home = join(folder, 'home');
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  npm(['install', '--offline', '--cache', join(folder, 'cache'), tarball], home);
  const { packages } = JSON.parse(readFileSync(join(home, 'node_modules/.package-lock.json'), 'utf8'));
  return Object.keys(packages).length;
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  if (!existsSync(cwd)) mkdirSync(cwd);
  const env = {
    ...process.env,
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_loglevel: 'error',
  };
  return execFileSync('npm', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}
