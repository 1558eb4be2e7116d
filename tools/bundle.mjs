import { builtinModules } from 'node:module';
import { rolldown } from 'rolldown';

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
  resolveId: (id) => (LEFT_OUT.includes(id) ? `\0left-out:${id}` : null),
  load: (id) => (id.startsWith('\0left-out:') ? STUB : null),
};

/**
 * Bundles entry points into a folder as ESM, one chunk for each dynamic import, and tells which
 * modules went in. Nothing but Node itself stays outside.
 * @param {{ entries: Record<string, string>, folder: string, minify: boolean }} options
 * @returns {Promise<string[]>} the ids of the bundled modules
 */
export async function bundle({ entries, folder, minify }) {
  const build = await rolldown({
    input: entries,
    platform: 'node',
    plugins: [leaveOut],
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
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  refuseForeignImports(chunks);
  return chunks.flatMap(({ moduleIds }) => moduleIds);
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
