import { pathToFileURL } from 'node:url';
import { readBuiltInFont } from '../../src/load/built-in-font.ts';
import { packageFolder } from './package-folder.ts';

/** The font that the build cuts; `npm test` builds first. */
export const sampleFont: Uint8Array = await readBuiltInFont(pathToFileURL(packageFolder));
