import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The type declarations of the library: of its entries and of all files that these name, by their paths
 * below src. Throws where the entries do not compile.
 * @param {{ root: string, entries: readonly string[] }} options entries as paths below src, without ending
 * @returns {Promise<Map<string, string>>}
 */
export async function writeDeclarations({ root, entries }) {
  const folder = await mkdtemp(join(tmpdir(), 'yibao-types-'));
  try {
    emit(root, entries, folder);
    return await gather(entries, folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * @param {string} root
 * @param {readonly string[]} entries
 * @param {string} folder
 */
function emit(root, entries, folder) {
  const compiler = fileURLToPath(import.meta.resolve('typescript/package.json'));
  const tsc = join(dirname(compiler), 'bin/tsc');
  const files = entries.map((entry) => join(root, 'src', `${entry}.ts`));
  // Given files, the compiler reads no tsconfig.json; what bears on declarations is said here.
  const options = [
    '--ignoreConfig',
    ...['--declaration', '--emitDeclarationOnly', '--allowImportingTsExtensions', '--skipLibCheck'],
    ...['--strict', '--exactOptionalPropertyTypes'],
    ...['--target', 'es2023', '--lib', 'es2023,es2024.string', '--module', 'nodenext', '--types', 'node'],
    ...['--rootDir', join(root, 'src'), '--outDir', folder],
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, ...options, ...files], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the types of the library do not compile\n${stdout}${stderr}`);
}

/**
 * @param {readonly string[]} entries
 * @param {string} folder
 */
async function gather(entries, folder) {
  /** @type {Map<string, string>} */
  const found = new Map();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const path = `${file}.d.ts`;
    if (found.has(path)) continue;
    const text = await readFile(join(folder, path), 'utf8');
    found.set(path, text.replace(LOCAL_IMPORT, "$1$2.js'"));
    for (const [, , name = ''] of text.matchAll(LOCAL_IMPORT)) {
      waiting.push(posix.join(posix.dirname(file), name));
    }
  }
  return found;
}

const LOCAL_IMPORT = /((?:from |import\()')(\.{1,2}\/[^']+)\.ts'/g;
