import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DOCUMENTS, PROCEDURES } from '../documents/documents.ts';
import { needsPackages, playScene } from '../documents/play-scene.ts';
import { readScenes } from '../documents/read-scenes.ts';
import { newReader } from '../documents/reader.ts';
import { packageFolder } from '../support/package-folder.ts';

const documents = DOCUMENTS.map((document) => ({
  document,
  scenes: readScenes(readFileSync(join(packageFolder, document), 'utf8')),
}));

test('some commands need Debian’s programs', () =>
  expect(documents.some(({ scenes }) => scenes.some(needsPackages))).toBe(true));

// All that comes before them makes the files that they read.
test.each(documents.filter(({ scenes }) => scenes.some(needsPackages)))(
  '$document, followed down to its last command that needs Debian’s programs',
  async ({ scenes }) => {
    const reader = newReader();
    const last = scenes.findLastIndex(needsPackages);
    for (const scene of scenes.slice(0, last + 1)) await playScene(reader, scene, PROCEDURES);
    reader.leave();
  },
);
