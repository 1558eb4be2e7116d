import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

/** Packed, which halves it. */
const FILE = 'dist/fonts/noto-sans-sc-subset.ttf.br';

const unpack = promisify(brotliDecompress);

/** The font that ships with the package: Noto Sans SC, cut to what a checklist can say, as TrueType. */
export async function readBuiltInFont(packageRoot: URL): Promise<Uint8Array> {
  return unpack(await readFile(new URL(FILE, packageRoot)));
}
