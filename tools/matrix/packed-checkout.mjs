import { cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runProgram } from './run-program.mjs';

/**
 * Packs the built checkout.
 * @param {string} root
 * @param {string} folder
 * @returns {string} the tarball
 */
export function pack(root, folder) {
  const [report] = JSON.parse(
    runProgram('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: root }),
  );
  return join(folder, report.filename);
}

/** What the tests find only in the tarball: all that ships. */
const SHIPPED = /^(?:bin|dist|flows)\/|^(?:README\.md|LICENSE|CHANGELOG\.md|package\.json)$/;

/**
 * A checkout whose command, built files, flows and documents are those of the tarball: what the tests
 * run there is the packed package and not the working tree.
 * @param {{ root: string, tarball: string, folder: string }} options
 */
export async function makePackedCheckout({ root, tarball, folder }) {
  await mkdir(folder);
  const files = runProgram('git', ['ls-files', '-z'], { cwd: root }).split('\0').filter(Boolean);
  for (const file of files.filter((name) => !SHIPPED.test(name))) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  runProgram('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}
