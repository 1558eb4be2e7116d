import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clearLeftOvers, newPartName } from '../../src/interview/left-over-files.ts';
import { openProgressFolder } from '../../src/interview/progress-folder.ts';
import { writeWholeFile } from '../../src/interview/write-whole-file.ts';
import { newFolder } from '../support/new-folder.ts';

const HOUR = 60 * 60;

/** The number of a process that has just ended. */
const gone = spawnSync('true').pid;

/** The name of a part that another process was writing. */
const partOf = (pid: number): string => newPartName().replace(`-${process.pid}-`, `-${pid}-`);

function plant(folder: string, name: string, hoursOld = 0): string {
  const path = join(folder, name);
  writeFileSync(path, 'half');
  const when = Date.now() / 1000 - hoursOld * HOUR;
  utimesSync(path, when, when);
  return name;
}

test('only parts whose writer is gone, or which are old, are cleared', async () => {
  const folder = newFolder();
  const elsewhere = (name: string) => name.replace(/-[0-9a-f]{8}-/, '-00000000-');
  plant(folder, partOf(gone));
  plant(folder, partOf(process.pid), 2);
  plant(folder, elsewhere(partOf(gone)), 2);
  const kept = [
    // Their writer may still be at it.
    plant(folder, partOf(process.pid)),
    plant(folder, partOf(process.ppid)),
    plant(folder, elsewhere(partOf(gone))),
    // Not ours.
    plant(folder, '清单.md', 9),
    plant(folder, '.yibao-notes.part', 9),
    plant(folder, `${partOf(gone)}.bak`, 9),
    plant(folder, `x${partOf(gone)}`, 9),
    plant(folder, partOf(gone).replace('.part', '.md'), 9),
  ];
  await clearLeftOvers(folder);
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
});

test('a folder or a link of such a name is left alone, and so is what the link leads to', async () => {
  const folder = newFolder();
  const [dir, link, own] = [partOf(gone), partOf(gone), join(folder, 'own.md')];
  mkdirSync(join(folder, dir));
  writeFileSync(own, 'mine');
  symlinkSync(own, join(folder, link));
  await clearLeftOvers(folder);
  expect(readdirSync(folder).toSorted()).toEqual([dir, link, 'own.md'].toSorted());
});

test('a folder that is not there, or is none, is no trouble', async () => {
  const folder = newFolder();
  plant(folder, 'file');
  await clearLeftOvers(join(folder, 'none'));
  await clearLeftOvers(join(folder, 'file'));
});

test('the next run clears them: where it writes a file, and where it looks for interviews', async () => {
  const [written, kept] = [newFolder(), newFolder()];
  const left = [plant(written, partOf(gone)), plant(kept, partOf(gone))];
  await writeWholeFile(join(written, 'list.md'), '清单');
  await openProgressFolder(kept, Date.now).purge();
  expect(left.map((name, index) => existsSync(join([written, kept][index] ?? '', name)))).toEqual([
    false,
    false,
  ]);
});
