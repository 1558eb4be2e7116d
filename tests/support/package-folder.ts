import { fileURLToPath } from 'node:url';

/** The root of this checkout. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));
