import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runAndKill } from '../support/kill-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { partsIn } from './kill-writing.ts';
import type { KillSubject, KillTally } from './tally.ts';

const PLACES = ['430900', '430100', '320500', '110000', '不是地方'];

/** Records of which one in five is wrong. */
function records(count: number): string {
  return Array.from({ length: count }, (_, number) => {
    const place = PLACES[number % PLACES.length];
    const answers = { task: 'unbind', 'bound-by': 'window', 'insured-place': place };
    return `${JSON.stringify({ id: `p${number}`, answers })}\n`;
  }).join('');
}

/** Kills `batch --continue` over and over until it comes to its end: the result is as if nobody had. */
function killBatch(count: number, target: readonly string[], read: (folder: string) => unknown): KillSubject {
  return async (random, kills) => {
    const tally: KillTally = { kills: 0, parts: 0 };
    const argv = ['batch', 'gongji', '名单.ndjson', '--date', '2026-11-22', ...target];
    const [undisturbed, first] = await finish(folderWith(count), [...argv, '--continue']);
    const wanted = read(undisturbed);
    let milliseconds = first;
    while (tally.kills < kills) {
      const folder = folderWith(count);
      for (let isOver = false; !isOver && tally.kills < kills; ) {
        const run = await runAndKill([...argv, '--continue'], folder, {
          after: milliseconds * (0.2 + 0.9 * random()),
        });
        isOver = !run.wasKilled;
        // A machine with less to do is faster: the next kill comes sooner.
        if (isOver) milliseconds = Math.min(milliseconds, run.milliseconds);
        if (run.wasKilled) tally.kills += 1;
        tally.parts += partsIn(join(folder, 'out')).length;
      }
      await finish(folder, [...argv, '--continue']);
      expect(read(folder)).toEqual(wanted);
    }
    return tally;
  };
}

export const killBatchFile = killBatch(300, ['-o', 'out/all.ndjson'], (folder) =>
  readFileSync(join(folder, 'out/all.ndjson'), 'utf8'),
);

export const killBatchFolder = killBatch(60, ['-o', 'out', '-f', 'html'], (folder) =>
  readdirSync(join(folder, 'out')).map((name) => [name, readFileSync(join(folder, 'out', name), 'utf8')]),
);

function folderWith(count: number): string {
  const folder = newFolder();
  mkdirSync(join(folder, 'out'));
  writeFileSync(join(folder, '名单.ndjson'), records(count));
  return folder;
}

async function finish(
  folder: string,
  argv: readonly string[],
): Promise<[folder: string, milliseconds: number]> {
  const { code, milliseconds, stderr } = await runAndKill(argv, folder);
  // Some records are wrong, which is told at the end.
  expect({ code, stderr }).toMatchObject({ code: 2 });
  return [folder, milliseconds];
}
