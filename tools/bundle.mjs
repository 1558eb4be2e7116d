import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { lateTables } from './late-tables.mjs';
import { lateWidths } from './late-widths.mjs';
import { nativeInflate } from './native-inflate.mjs';
import { plainBuiltins } from './plain-builtins.mjs';
import { plainExports } from './plain-exports.mjs';

/**
 * Parts of bundled libraries that we never reach: compressed web fonts (woff2), and in a PDF pictures
 * (PNG), passwords and the library's own breaking of lines.
 */
const LEFT_OUT = ['brotli/decompress.js', 'png-js', '@noble/ciphers/aes', 'linebreak'];
/** The same library as ES modules: the bundle leaves out a fifth of it, and reads YAML sooner. */
const YAML_MODULES = fileURLToPath(
  new URL('browser/dist/index.js', import.meta.resolve('yaml/package.json')),
);

const STUB =
  "const leftOut = () => { throw new Error('left out'); }; export { leftOut as default, leftOut as cbc, leftOut as ecb };";

const DEFINE = {
  // A calendar's library makes a random id before it takes ours; a page without https cannot.
  'crypto.randomUUID': 'String',
};
/** CommonJS names that bundled libraries use and that ES modules do not have. */
const DEFINE_IN_MODULES = { __filename: 'import.meta.filename', __dirname: 'import.meta.dirname' };

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
 * What of commander is never reached: commands that are programs of their own, help and suggestions, which
 * are ours, in Chinese. To load it would take a tenth of Node's own start.
 */
const LEFT_OUT_OF_COMMANDER = /^(?:node:child_process|\.\/(?:lib\/)?(?:help\.js|suggestSimilar))$/;

/**
 * @param {string} id
 * @param {string | undefined} importer
 */
function isLeftOut(id, importer) {
  if (LEFT_OUT.includes(id)) return true;
  return LEFT_OUT_OF_COMMANDER.test(id) && /[\\/]commander[\\/]/.test(importer ?? '');
}

/** The module in which the bundler keeps its own helpers. */
export const RUNTIME = '\0rolldown/runtime.js';

/** How the files of a bundle end, by their format. */
const ENDINGS = /** @type {const} */ ({ cjs: 'cjs', esm: 'js' });

/**
 * Bundles entry points into a folder, one chunk for each dynamic import. Nothing but Node itself stays
 * outside. Each list of modules in `together` becomes one chunk, with all that they import: a file costs
 * more to open than its code to read. Node loads CommonJS (`cjs`) sooner than ES modules (`esm`).
 * @param {{ entries: Record<string, string>, folder: string, format: 'cjs' | 'esm', minify: boolean,
 *   together?: Record<string, string[]> }} options
 * @returns {Promise<{ modules: string[], exported: Record<string, string[]> }>} the ids of the bundled
 *   modules, and the names that each entry exports
 */
export async function bundle({ entries, folder, format, minify, together = {} }) {
  const build = await rolldown({
    input: entries,
    platform: 'node',
    resolve: { alias: { yaml: YAML_MODULES } },
    plugins: [leaveOut, nativeInflate, plainBuiltins, lateTables, lateWidths, plainExports],
    transform: { define: format === 'esm' ? { ...DEFINE, ...DEFINE_IN_MODULES } : DEFINE },
    onLog(level, log, report) {
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message);
      if (level === 'warn') report(level, log);
    },
  });
  const { output } = await build.write({
    dir: folder,
    format,
    minify,
    codeSplitting: { groups: groupsOf(together) },
    entryFileNames: `[name].${ENDINGS[format]}`,
    chunkFileNames: `chunks/[name]-[hash].${ENDINGS[format]}`,
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  refuseForeignImports(chunks);
  refuseCircles(chunks);
  return {
    modules: chunks.flatMap(({ moduleIds }) => moduleIds),
    exported: Object.fromEntries(
      chunks.filter(({ isEntry }) => isEntry).map(({ name, exports }) => [name, exports]),
    ),
  };
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

/**
 * What a chunk exports is there once it has run, so no two may wait for each other.
 * @param {{ fileName: string, imports: string[] }[]} chunks
 */
function refuseCircles(chunks) {
  const waiting = new Map(chunks.map(({ fileName, imports }) => [fileName, new Set(imports)]));
  for (const [fileName, needed] of waiting) {
    for (const name of needed) for (const further of waiting.get(name) ?? []) needed.add(further);
    if (needed.has(fileName)) throw new Error(`${fileName} needs itself`);
  }
}
