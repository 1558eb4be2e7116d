import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeWholeFile } from '../../src/interview/write-whole-file.ts';
import { newFolder } from '../support/new-folder.ts';

test('a file is written whole, and nothing else is left in the folder', async () => {
  const folder = newFolder();
  await writeWholeFile(join(folder, '清单.md'), '一、材料\n');
  await writeWholeFile(join(folder, '清单.pdf'), new Uint8Array([1, 2, 3]));
  expect(readFileSync(join(folder, '清单.md'), 'utf8')).toBe('一、材料\n');
  expect([...readFileSync(join(folder, '清单.pdf'))]).toEqual([1, 2, 3]);
  expect(readdirSync(folder).toSorted()).toEqual(['清单.md', '清单.pdf']);
});

test('a file that is overwritten keeps its mode, and a new one gets the one that was wished', async () => {
  const folder = newFolder();
  const [old, fresh] = [join(folder, 'old'), join(folder, 'new')];
  writeFileSync(old, 'mine');
  chmodSync(old, 0o640);
  await writeWholeFile(old, 'yours', 0o600);
  await writeWholeFile(fresh, 'yours', 0o600);
  expect([old, fresh].map((path) => statSync(path).mode & 0o777)).toEqual([0o640, 0o600]);
});

test('through a link the file behind it is written, and the link stays', async () => {
  const folder = newFolder();
  const [target, link] = [join(folder, 'target'), join(folder, 'link')];
  writeFileSync(target, 'old');
  symlinkSync('target', link);
  await writeWholeFile(link, 'new');
  expect([readlinkSync(link), readFileSync(target, 'utf8')]).toEqual(['target', 'new']);
});

test('a pipe is written as it is and stays one', async () => {
  const pipe = join(newFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = spawn('cat', [pipe]);
  const read = new Promise<string>((resolve) => {
    let text = '';
    reader.stdout.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    reader.on('close', () => resolve(text));
  });
  await writeWholeFile(pipe, 'x'.repeat(200_000));
  expect((await read).length).toBe(200_000);
  expect(statSync(pipe).isFIFO()).toBe(true);
});

test('what the system refuses is thrown, what was there stays, and no part is left', async () => {
  const folder = newFolder();
  await expect(writeWholeFile(join(folder, 'x'.repeat(300)), 'x')).rejects.toMatchObject({
    code: 'ENAMETOOLONG',
  });
  await expect(writeWholeFile(join(folder, 'none/list.md'), 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  mkdirSync(join(folder, 'folder'));
  await expect(writeWholeFile(join(folder, 'folder'), 'x')).rejects.toMatchObject({ code: 'EISDIR' });
  expect(readdirSync(folder)).toEqual(['folder']);
  await expect(writeWholeFile('/dev/full', 'x')).rejects.toMatchObject({ code: 'ENOSPC' });
});
