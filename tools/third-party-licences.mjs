import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mitLicence } from './mit-licence.mjs';

/** @typedef {{ folder: string, name: string, version: string, license: string, author: string | undefined }} ThirdParty */

const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
]);

/**
 * The licence texts of the packages that bundled modules come from. Throws on a licence that is not
 * allowed and on a package without a text.
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
  return [...packages.values()]
    .sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1))
    .map(licenceOf)
    .join(`\n${'-'.repeat(80)}\n\n`);
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

/** @param {ThirdParty} found */
function licenceOf(found) {
  const { name, version, license } = found;
  if (!allowed.has(license))
    throw new Error(`${name} ${version} has licence ${license}, which is not allowed`);
  return `${name} ${version} (${license})\n\n${licenceText(found).trim()}\n`;
}

/** @param {ThirdParty} found */
function licenceText({ folder, name, version, license, author }) {
  const file = readdirSync(folder).find((entry) => /^(?:licen[cs]e|copying)(?:[.-]|$)/i.test(entry));
  if (file) return readFileSync(join(folder, file), 'utf8');
  if (license === 'MIT' && author) return mitLicence(author);
  throw new Error(`${name} ${version} comes without a licence text`);
}
