import { rolldown } from 'rolldown';

/** The chunks of a program as a browser loads them, by file name; the program itself is `program.js`. */
export async function bundleForBrowser(input: string): Promise<Map<string, string>> {
  const build = await rolldown({
    input: { program: input },
    platform: 'browser',
    onLog(_level, log) {
      throw new Error(log.message);
    },
  });
  const { output } = await build.generate({ format: 'esm', entryFileNames: '[name].js' });
  await build.close();
  const chunks = output.filter((file) => file.type === 'chunk');
  const names = new Set(chunks.map(({ fileName }) => fileName));
  for (const { fileName, imports, dynamicImports } of chunks) {
    const foreign = [...imports, ...dynamicImports].filter((name) => !names.has(name));
    if (foreign.length > 0) throw new Error(`${fileName} imports ${foreign.join(', ')}`);
  }
  return new Map(chunks.map(({ fileName, code }) => [fileName, code]));
}
