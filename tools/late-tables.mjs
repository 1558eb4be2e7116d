/** One line of fontkit or unicode-properties: a packed table of all characters. */
const TABLE = /^const (\S+\$trie) = (new .+);$/gm;

/**
 * The library of fonts unpacks its tables of all characters while it is loaded, in as much time as Node
 * itself takes to start; three of the four are for scripts that no checklist is in. Here each is
 * unpacked when it is first asked.
 * @type {import('rolldown').Plugin}
 */
export const lateTables = {
  name: 'late-tables',
  transform: {
    filter: { id: /[\\/](?:fontkit|unicode-properties)[\\/]dist[\\/][\w-]*module\.mjs$/ },
    handler: unpackTablesLate,
  },
};

/**
 * Throws where the library is written in another way than this knows.
 * @param {string} code
 */
export function unpackTablesLate(code) {
  if (code.match(TABLE) === null) throw new Error('fontkit has changed: see tools/late-tables.mjs');
  return code.replace(
    TABLE,
    (_line, name, make) =>
      `let made_${name};\nconst ${name} = { get: (character) => (made_${name} ??= ${make}).get(character) };`,
  );
}
