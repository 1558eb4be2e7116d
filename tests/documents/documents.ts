import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../support/package-folder.ts';

/** The documents whose commands are run. */
export const DOCUMENTS = ['README.md', 'flows/README.md', 'CONTRIBUTING.md'];

/** Names of procedures that a command may begin with: those that come along, and those that the documents write. */
export const PROCEDURES = [
  ...readdirSync(join(packageFolder, 'flows'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name),
  '异地就医备案',
  'buka',
];
