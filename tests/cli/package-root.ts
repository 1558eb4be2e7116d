/** The root of this checkout, as the launcher gives it. */
export const packageRoot = new URL('../../', import.meta.url);
