import { expect, test } from 'vitest';
import { createKeeper } from '../../src/cli/progress-keeper.ts';
import type { ProgressFile, ProgressFolder } from '../../src/interview/progress-folder.ts';
import type { SavedInterview } from '../../src/interview/saved-interview.ts';

const saved: SavedInterview = { flow: 'toy', print: '0123', answers: {} };
const fullDisk = () => Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });

/** A keeper on a disk that is full or not, as `disk` says at the time. */
function keeperOn(disk: { full: boolean }, goesOn = false) {
  const told: string[] = [];
  const file: ProgressFile = {
    write: async () => {
      if (disk.full) throw fullDisk();
    },
    remove: async () => {},
  };
  const folder: ProgressFolder = {
    path: '/state',
    list: async () => ({ kept: [], damaged: 0, newer: 0 }),
    create: () => file,
    claim: async () => file,
    purge: async () => {},
    forget: async () => 0,
  };
  const tell = (sentence: string) => void told.push(sentence);
  return { told, keeper: createKeeper({ folder, tell, ...(goesOn ? { file } : {}) }) };
}

test('a disk that is full from the beginning is told once, and nothing is kept', async () => {
  const { told, keeper } = keeperOn({ full: true });
  for (let count = 0; count < 3; count++) await keeper.keep(saved);
  expect(told).toEqual(['回答存不到 /state：磁盘满了。可以照常答完，只是中途停下就不能接着答。']);
  expect(keeper.state()).toBe('nothing-kept');
});

test('a disk that fills up in the middle is told once, and what was kept before is still there', async () => {
  const disk = { full: false };
  const { told, keeper } = keeperOn(disk);
  await keeper.keep(saved);
  disk.full = true;
  for (let count = 0; count < 3; count++) await keeper.keep(saved);
  expect(told).toEqual(['回答存不到 /state：磁盘满了。可以照常答完，只是中途停下，从这里起答的就没有了。']);
  expect(keeper.state()).toBe('partly-kept');
});

test('once there is room again, everything is kept again', async () => {
  const disk = { full: true };
  const { told, keeper } = keeperOn(disk, true);
  await keeper.keep(saved);
  expect(keeper.state()).toBe('partly-kept');
  disk.full = false;
  await keeper.keep(saved);
  expect([keeper.state(), told.length]).toEqual(['kept', 1]);
});
