import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Brings a version of Node from its npm package, which fetches the binary for this machine when its
 * install script runs; that is run here by name, as scripts of packages may be switched off.
 * @param {string} folder
 * @param {string} version `24`, `20.19.0`
 * @returns {Promise<{ version: string, bin: string }>} the exact version, and the folder of the program
 */
export async function bringNode(folder, version) {
  const home = join(folder, `node-${version}`);
  await mkdir(home);
  await writeFile(join(home, 'package.json'), '{ "private": true }\n');
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  runProgram('npm', ['install', ...options, `node@${version}`], { cwd: home });
  const found = join(home, 'node_modules', 'node');
  runProgram(process.execPath, ['installArchSpecificPackage.js'], { cwd: found });
  const bin = join(found, 'bin');
  return { version: runProgram(join(bin, 'node'), ['--version'], { cwd: home }).trim(), bin };
}
