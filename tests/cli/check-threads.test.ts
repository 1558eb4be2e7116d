import { availableParallelism } from 'node:os';
import { afterEach, describe, expect, test } from 'vitest';
import { CheckThreads } from '../../src/cli/check/check-threads.ts';
import { readFlowFiles } from '../../src/load/read-flow-files.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import { packageRoot } from './package-root.ts';

const threads = new CheckThreads(packageRoot);
afterEach(() => threads.end());

/** Enough that another thread has something to do, however late it comes. */
const many = Array.from({ length: 400 }, (_, index): TextFile => {
  const lines = Array.from({ length: 100 }, (_unused, line) => `  - { id: ${line}, text: 第 ${index} 份 }`);
  return { path: `${index}.yaml`, text: ['items:', ...lines, index % 7 === 0 ? 'items: 1' : ''].join('\n') };
});

describe.runIf(availableParallelism() > 1)('with several processors', () => {
  test('several threads parse what one parses, and leave out what is broken', async () => {
    const alone = await new CheckThreads(packageRoot).parse(many);
    expect(alone.size).toBe(many.filter((_, index) => index % 7 !== 0).length);
    expect(threads.start()).toBeGreaterThan(0);
    expect(await threads.parse(many)).toEqual(alone);
  });

  test('a thread that cannot start fails the run only where it is waited for', async () => {
    const broken = new CheckThreads(new URL('nowhere/', packageRoot));
    broken.start();
    // This thread has parsed all before the other could begin.
    expect((await broken.parse(many.slice(1, 3))).size).toBe(2);
    await broken.end();
  });
});

test('flows that were parsed ahead load as they do otherwise', async () => {
  threads.start();
  const ahead = await readFlowFiles(packageRoot, [], threads.parse);
  const usual = await readFlowFiles(packageRoot, []);
  expect(ahead.problems).toEqual([]);
  expect(ahead.loaded.toBook()).toEqual(usual.loaded.toBook());
});
