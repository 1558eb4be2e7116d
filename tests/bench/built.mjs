// The package as it was built, which is what is measured; its types come from its sources.
const file = (/** @type {string} */ name) => new URL(`../../dist/${name}.js`, import.meta.url).href;

export const { advance, buildChecklist, decide, searchPlaces } =
  /** @type {typeof import('../../src/engine-api.ts')} */ (await import(file('engine')));

export const { loadFlows } = /** @type {typeof import('../../src/index.ts')} */ (await import(file('index')));
