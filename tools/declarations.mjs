import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';

/**
 * The type declarations of the library: a file for each entry and one for what several of them name. Few
 * files: each takes as long to install as a hundred kilobytes. Throws where the entries do not compile.
 * @param {{ root: string, entries: Record<string, string> }} options entries by name, as paths below src
 * @returns {Promise<Map<string, string>>}
 */
export async function writeDeclarations({ root, entries }) {
  const folder = await mkdtemp(join(tmpdir(), 'yibao-types-'));
  try {
    emit(root, Object.values(entries), folder);
    await useBuiltNames(folder);
    return await bundleTypes(folder, entries);
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
  const files = entries.map((entry) => join(root, 'src', entry));
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
 * Declarations name each other as sources; what joins them looks for built files.
 * @param {string} folder
 */
async function useBuiltNames(folder) {
  for (const name of await readdir(folder, { recursive: true })) {
    if (!name.endsWith('.d.ts')) continue;
    const text = await readFile(join(folder, name), 'utf8');
    await writeFile(join(folder, name), text.replace(LOCAL_IMPORT, "$1$2.js'"));
  }
}

const LOCAL_IMPORT = /((?:from |import\()')(\.{1,2}\/[^']+)\.ts'/g;

/**
 * @param {string} folder
 * @param {Record<string, string>} entries
 */
async function bundleTypes(folder, entries) {
  const paths = Object.entries(entries).map(([name, path]) => [
    name,
    join(folder, path.replace(/\.ts$/, '.d.ts')),
  ]);
  const build = await rolldown({
    input: Object.fromEntries(paths),
    external: /^node:/,
    plugins: [dts({ dtsInput: true, generator: 'oxc', tsconfig: false })],
  });
  const { output } = await build.generate({ format: 'esm', chunkFileNames: 'shared-[name].ts' });
  await build.close();
  return new Map(output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.code]] : [])));
}
