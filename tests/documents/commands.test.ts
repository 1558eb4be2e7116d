import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFolder } from '../support/package-folder.ts';
import { DOCUMENTS, PROCEDURES } from './documents.ts';
import { needsPackages, playScene } from './play-scene.ts';
import { readScenes } from './read-scenes.ts';
import { newReader, type Reader } from './reader.ts';

describe.each(DOCUMENTS)('%s, followed from top to bottom', (document) => {
  const scenes = readScenes(readFileSync(join(packageFolder, document), 'utf8'));
  let reader: Reader;
  beforeAll(() => {
    reader = newReader();
  });
  afterAll(() => reader.leave());

  test('holds commands', () => expect(scenes.length).toBeGreaterThan(0));

  test.each(
    scenes
      .filter((scene) => !needsPackages(scene))
      .map((scene) => [scene.line, scene.command, scene] as const),
  )('line %i: %s', (_line, _command, scene) => playScene(reader, scene, PROCEDURES));
});
