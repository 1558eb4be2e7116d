/** How the bundler exports a name from a chunk: by a function that is called at each use. */
const BY_FUNCTION =
  /Object\.defineProperty\(exports, "([^"]+)", \{\s*enumerable: true,\s*get: function \(\) \{\s*return ([\w$]+);\s*\}\s*\}\);/g;

/**
 * Chunks that export plain values. A function for each name keeps step with a variable that changes, and
 * chunks that require each other need it; ours do neither, and a short run spent a tenth of its own time on
 * making and calling these functions.
 * @type {import('rolldown').Plugin}
 */
export const plainExports = {
  name: 'plain-exports',
  renderChunk: (code, _chunk, { format }) => (format === 'cjs' ? exportPlainly(code) : null),
};

/**
 * Exports as a value what is given its value once, where it is declared; all else stays as it is.
 * @param {string} code a chunk before it is made short
 */
export function exportPlainly(code) {
  return code.replace(BY_FUNCTION, (whole, exported, local) =>
    isSetOnce(code, local) ? `exports[${JSON.stringify(exported)}] = ${local};` : whole,
  );
}

/**
 * @param {string} code
 * @param {string} name
 */
function isSetOnce(code, name) {
  const own = name.replaceAll('$', '\\$');
  const declared = new RegExp(
    `^(?:(?:async )?function\\*? ${own}\\(|class ${own}\\b|(?:const|var|let) ${own} = )`,
    'gm',
  );
  const set = new RegExp(
    `(?<![\\w$.])${own} (?:[-+*/%&|^?<>]|\\*\\*|&&|\\|\\||\\?\\?|<<|>>>?)?= |(?:\\+\\+|--)${own}\\b|(?<![\\w$.])${own}(?:\\+\\+|--)`,
    'g',
  );
  const isFunction = /function|class/.test(code.match(declared)?.[0] ?? '');
  return code.match(declared)?.length === 1 && (code.match(set)?.length ?? 0) === (isFunction ? 0 : 1);
}
