import { builtinModules, createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const PREFIX = '\0builtin:';

/**
 * Node's own modules, taken as they are instead of imported. For an `import` Node reads every name of
 * a module, which for node:fs also loads its streams and promises: a tenth of Node's own start.
 * @type {import('rolldown').Plugin}
 */
export const plainBuiltins = {
  name: 'plain-builtins',
  resolveId: {
    order: 'pre',
    handler(id, _importer, { kind }) {
      const name = id.replace(/^node:/, '');
      if (!builtinModules.includes(name) || kind === 'dynamic-import') return null;
      return kind === 'require-call' ? `${PREFIX}whole:${name}` : builtinId(name);
    },
  },
  load(id) {
    if (!id.startsWith(PREFIX)) return null;
    const [form, name = ''] = id.slice(PREFIX.length).split(':');
    const get = `process.getBuiltinModule(${JSON.stringify(name)})`;
    return form === 'whole'
      ? `module.exports = ${get};`
      : { code: named(get, name), moduleSideEffects: false };
  },
};

/**
 * The id that a module of Node has in a bundle, where it is imported.
 * @param {string} name without node:
 */
export function builtinId(name) {
  return `${PREFIX}names:${name}`;
}

/**
 * @param {string} get
 * @param {string} name
 */
function named(get, name) {
  const keys = Object.keys(require(name)).filter((key) => key !== 'default');
  return [
    `const builtin = /* @__PURE__ */ ${get};`,
    'export default builtin;',
    ...keys.map((key) => `const own_${key} = /* @__PURE__ */ ((from) => from.${key})(builtin);`),
    `export { ${keys.map((key) => `own_${key} as ${key}`).join(', ')} };`,
  ].join('\n');
}
