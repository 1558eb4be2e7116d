import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';
import { lateTables } from './late-tables.mjs';
import { lateWidths } from './late-widths.mjs';
import { nativeInflate } from './native-inflate.mjs';
import { plainBuiltins } from './plain-builtins.mjs';

/**
 * Parts of bundled libraries that we never reach: compressed web fonts (woff2), and in a PDF pictures
 * (PNG), passwords and the library's own breaking of lines.
 */
const LEFT_OUT = ['brotli/decompress.js', 'png-js', '@noble/ciphers/aes', 'linebreak'];
const STUB =
  "const leftOut = () => { throw new Error('left out'); }; export { leftOut as default, leftOut as cbc, leftOut as ecb };";

const DEFINE = {
  // CommonJS names that bundled libraries use and that ES modules do not have.
  __filename: 'import.meta.filename',
  __dirname: 'import.meta.dirname',
  // A calendar's library makes a random id before it takes ours; a page without https cannot.
  'crypto.randomUUID': 'String',
};

/** @type {import('rolldown').Plugin} */
const leaveOut = {
  name: 'leave-out',
  resolveId: {
    order: 'pre',
    handler: (id, importer) => (isLeftOut(id, importer) ? `\0left-out:${id}` : null),
  },
  load: (id) => (id.startsWith('\0left-out:') ? STUB : null),
};

/**
 * Commander can run commands that are programs of their own; ours are not, and loading the module
 * for that takes a tenth of Node's own start.
 * @param {string} id
 * @param {string | undefined} importer
 */
function isLeftOut(id, importer) {
  if (id === 'node:child_process') return /[\\/]commander[\\/]/.test(importer ?? '');
  return LEFT_OUT.includes(id);
}

/**
 * Bundles entry points into a folder as ESM, one chunk for each dynamic import, and tells which
 * modules went in. Nothing but Node itself stays outside. Each list of modules in `together` becomes
 * one chunk, with all that they import: a file costs more to open than its code to read.
 * @param {{ entries: Record<string, string>, folder: string, minify: boolean, together?: Record<string, string[]> }} options
 * @returns {Promise<string[]>} the ids of the bundled modules
 */
export async function bundle({ entries, folder, minify, together = {} }) {
  const build = await rolldown({
    input: entries,
    platform: 'node',
    plugins: [leaveOut, nativeInflate, plainBuiltins, lateTables, lateWidths],
    transform: { define: DEFINE },
    onLog(level, log, report) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (level === 'warn') report(level, log);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format: 'esm',
    minify,
    codeSplitting: { groups: groupsOf(together) },
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  refuseForeignImports(chunks);
  return chunks.flatMap(({ moduleIds }) => moduleIds);
}

/** @param {Record<string, string[]>} together */
function groupsOf(together) {
  return Object.entries(together).map(([name, modules], index, { length }) => ({
    name,
    // The earlier list takes what two of them import.
    priority: length - index,
    /** @param {string} id */
    test: (id) => modules.includes(id),
  }));
}

/** @param {{ fileName: string, imports: string[], dynamicImports: string[] }[]} chunks */
function refuseForeignImports(chunks) {
  const known = new Set([
    ...chunks.map(({ fileName }) => fileName),
    ...builtinModules.flatMap((name) => [name, `node:${name}`]),
  ]);
  for (const { fileName, imports, dynamicImports } of chunks) {
    const foreign = [...imports, ...dynamicImports].filter((name) => !known.has(name));
    if (foreign.length > 0) throw new Error(`${fileName} still imports ${foreign.join(', ')}`);
  }
}
