import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/** @typedef {{ flags: string, text: string }} OptionSpec */
/** @typedef {{ name: string, options: readonly OptionSpec[] }} CommandSpec */

const BEGIN = '<!-- 选项表：由 npm run options-table 从命令的定义写成，请不要手改 -->';
const END = '<!-- 选项表完 -->';

/**
 * All options of all commands as one table: an option that several commands have in the same words
 * stands once, with their names; what has one name and several meanings stands together.
 * @param {readonly CommandSpec[]} commands
 * @param {readonly OptionSpec[]} general those that every command has
 */
export function renderOptionsTable(commands, general) {
  /** @type {Map<string, { option: OptionSpec, of: string[] }>} */
  const rows = new Map();
  for (const { name, options } of commands) {
    for (const option of options) {
      const key = `${option.flags} ${option.text}`;
      const row = rows.get(key) ?? { option, of: [] };
      rows.set(key, { option, of: [...row.of, name] });
    }
  }
  const names = [...rows.values()].map(({ option }) => longName(option));
  const grouped = [...rows.values()].sort(
    (a, b) => names.indexOf(longName(a.option)) - names.indexOf(longName(b.option)),
  );
  const own = grouped.map(({ option, of }) => tableRow(option, of.join(' ')));
  const everywhere = general.map((option) => tableRow(option, '全部'));
  return ['| 选项 | 做什么 | 哪些命令 |', '| --- | --- | --- |', ...own, ...everywhere].join('\n');
}

/** @param {OptionSpec} option */
function longName({ flags }) {
  return /--[a-z-]+/.exec(flags)?.[0] ?? flags;
}

/**
 * @param {OptionSpec} option
 * @param {string} of
 */
function tableRow({ flags, text }, of) {
  return `| \`${flags}\` | ${text.replaceAll('|', '\\|')} | ${of} |`;
}

/**
 * A document with the table between its two marks.
 * @param {string} document
 * @param {string} table
 */
export function putTable(document, table) {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`the document has no place for the table: ${BEGIN} … ${END}`);
  return `${document.slice(0, from)}${BEGIN}\n\n${table}\n\n${document.slice(to)}`;
}

/** Node cannot run TypeScript yet, so the table of commands is bundled first. */
async function writeIntoReadme() {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = await mkdtemp(join(tmpdir(), 'yibao-options-'));
  try {
    const entries = {
      commands: join(root, 'src/cli/command-table.ts'),
      options: join(root, 'src/cli/options.ts'),
    };
    await bundle({ entries, folder, format: 'esm', minify: false });
    const { COMMANDS } = await import(pathToFileURL(join(folder, 'commands.js')).href);
    const { GENERAL_OPTIONS } = await import(pathToFileURL(join(folder, 'options.js')).href);
    const readme = join(root, 'README.md');
    const table = renderOptionsTable(COMMANDS, GENERAL_OPTIONS);
    await writeFile(readme, putTable(await readFile(readme, 'utf8'), table));
  } finally {
    await rm(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeIntoReadme();
