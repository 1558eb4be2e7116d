/** One line of string-width: a table, as a regular expression, or the segmenter. */
const TABLE = /^const (\w+) = (?:new Intl\.Segmenter\(\)|\/(.+)\/([a-z]+));$/gm;

/**
 * string-width makes its segmenter and its tables of emoji while it is loaded, in half the time that
 * Node itself takes to start, and most runs measure no text that needs them. Here they are made when
 * first used. A `new RegExp` is not even parsed before that, as a literal would be.
 * @type {import('rolldown').Plugin}
 */
export const lateWidths = {
  name: 'late-widths',
  transform: {
    filter: { id: /[\\/]string-width[\\/]index\.js$/ },
    handler: makeTablesLate,
  },
};

/**
 * Throws where string-width is written in another way than this knows.
 * @param {string} code
 */
export function makeTablesLate(code) {
  const tables = [...code.matchAll(TABLE)];
  if (!tables.some(([, name]) => name === 'segmenter') || !tables.some(([, , , flags]) => flags === 'v')) {
    throw new Error('string-width has changed: see tools/late-widths.mjs');
  }
  return tables.reduce((text, [line, name, pattern, flags]) => {
    const make =
      pattern === undefined
        ? 'new Intl.Segmenter()'
        : `new RegExp(${JSON.stringify(pattern)}, ${JSON.stringify(flags)})`;
    const late = `let made_${name};\nconst ${name} = () => (made_${name} ??= ${make});`;
    const [before = '', after = ''] = text.split(line);
    return before + late + after.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), `${name}()`);
  }, code);
}
