import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mitLicence } from './mit-licence.mjs';

/** @typedef {{ folder: string, name: string, version: string, license: string, author: string | undefined }} ThirdParty */

/** @typedef {{ head: string, copyright: string[], text: string }} Licence the lines of who holds the copyright stand alone where the text is that of others too */

const MIT_TITLE = /^(?:#* *)?(?:the )?mit licen[cs]e(?: \(mit\)|:)?$/i;

/** The licences that bundled packages may have: all let one ship their code with its notice. */
export const ALLOWED_LICENCES = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
]);

const RULE = `\n${'-'.repeat(80)}\n\n`;

/**
 * The licence texts of the packages that bundled modules come from: each text once, below the packages
 * that it is for and their copyright lines. Throws on a licence that is not allowed and on a package
 * without a text.
 * @param {readonly string[]} moduleIds
 * @returns {string}
 */
export function writeLicences(moduleIds) {
  const packages = new Map(
    moduleIds
      .filter(isThirdParty)
      .map(packageOf)
      .map((found) => [found.folder, found]),
  );
  const licences = [...packages.values()]
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
    .map(licenceOf);
  /** @type {Map<string, Licence[]>} */
  const groups = new Map();
  for (const licence of licences) {
    const words = licence.text.replace(/\s+/g, ' ').replace(/[“”]/g, '"');
    groups.set(words, [...(groups.get(words) ?? []), licence]);
  }
  return [...groups.values()].map(writeGroup).join(RULE);
}

/** @param {readonly Licence[]} group */
function writeGroup(group) {
  const heads = group.map(({ head, copyright }) => [head, ...copyright].join('\n'));
  return `${heads.join('\n\n')}\n\n${group[0]?.text}\n`;
}

/** @param {string} id */
const isThirdParty = (id) => id.replaceAll('\\', '/').includes('/node_modules/');

/**
 * @param {string} id
 * @returns {ThirdParty}
 */
function packageOf(id) {
  for (let folder = dirname(id); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version, license, author } = JSON.parse(readFileSync(manifest, 'utf8'));
    // Inner package.json files only say whether a folder is ESM.
    if (name && version)
      return { folder, name, version, license: String(license), author: author?.name ?? author };
  }
  throw new Error(`no package holds ${id}`);
}

/**
 * @param {ThirdParty} found
 * @returns {Licence}
 */
function licenceOf(found) {
  const { name, version, license } = found;
  if (!ALLOWED_LICENCES.has(license))
    throw new Error(`${name} ${version} has licence ${license}, which is not allowed`);
  const head = `${name} ${version} (${license})`;
  const text = licenceText(found).replaceAll('\r', '').trim();
  // The text of MIT differs from package to package by its title and by who holds the copyright.
  const [opening = '', ...rest] = text.split(/(?=^Permission is hereby granted)/im);
  if (license !== 'MIT' || rest.length !== 1) return { head, copyright: [], text };
  const copyright = opening.split('\n').filter((line) => line.trim() && !MIT_TITLE.test(line.trim()));
  return { head, copyright, text: rest.join('') };
}

/** @param {ThirdParty} found */
function licenceText({ folder, name, version, license, author }) {
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8');
  if (license === 'MIT' && author) return mitLicence(author);
  throw new Error(`${name} ${version} comes without a licence text`);
}
