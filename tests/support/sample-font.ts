import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from './package-folder.ts';

/** The font that the build cuts; `npm test` builds first. */
export const sampleFont: Uint8Array = readFileSync(join(packageFolder, 'dist/fonts/noto-sans-sc-subset.ttf'));
