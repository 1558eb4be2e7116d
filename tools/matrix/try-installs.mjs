import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from './run-program.mjs';

/** A person's answers, as the README gives them. */
const ANSWERS = [
  'on-behalf=family',
  'reason=illness',
  'stage=planning',
  'insured-place=绵阳',
  'care-place=广州',
  'stay=living',
  'proof=none',
  'channel=phone',
];
const YIDI = ['yibao', 'yidi', '--no-input', '-f', 'text', ...ANSWERS.flatMap((answer) => ['-a', answer])];
const LIBRARY =
  "import { loadFlows } from 'yibao'; import 'yibao/engine'; import 'yibao/render'; console.log((await loadFlows()).list().length);";

/**
 * Installs the tarball in an empty project with npm and with pnpm, runs the command by npx and imports
 * the library there. Throws where one of them fails or where anything else gets installed.
 * @param {{ folder: string, tarball: string, bin: string, pnpm: string }} options
 * @returns {Promise<string[]>} the names of those that were tried
 */
export async function tryInstalls({ folder, tarball, bin, pnpm }) {
  /** @type {Record<string, [string, string[]]>} */
  const managers = {
    npm: ['npm', ['install', '--no-audit', '--no-fund', tarball]],
    pnpm: ['node', [pnpm, 'add', '--store-dir', join(folder, 'pnpm-store'), tarball]],
  };
  for (const [name, [program, args]] of Object.entries(managers)) {
    const project = join(folder, `with-${name}`);
    await mkdir(project, { recursive: true });
    await writeFile(
      join(project, 'package.json'),
      '{ "name": "empty", "private": true, "type": "module" }\n',
    );
    const options = { cwd: project, path: bin };
    runProgram(program, args, options);
    expectEqual(await installed(project), ['yibao']);
    expectEqual(runProgram('npx', YIDI, options).includes('☐ 身份凭证'), true);
    await writeFile(join(project, 'library.js'), LIBRARY);
    expectEqual(Number(runProgram('node', ['library.js'], options)) > 5, true);
  }
  return Object.keys(managers);
}

/** @param {string} project */
async function installed(project) {
  return (await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'));
}

/**
 * @param {unknown} found
 * @param {unknown} wanted
 */
function expectEqual(found, wanted) {
  const [is, should] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (is !== should) throw new Error(`expected ${should}, found ${is}`);
}
