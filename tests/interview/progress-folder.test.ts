import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openProgressFolder } from '../../src/interview/progress-folder.ts';
import { readSaved, type SavedInterview, writeSaved } from '../../src/interview/saved-interview.ts';

const saved: SavedInterview = {
  flow: 'toy',
  print: '0123',
  answers: { who: 'family', home: '430900', papers: ['id-card'], months: 12 },
};

function newFolder(now = Date.now) {
  const path = join(mkdtempSync(join(tmpdir(), 'yibao-')), 'state', 'interviews');
  return { path, folder: openProgressFolder(path, now) };
}

test('an interview is written whole, for its owner alone, and read back', async () => {
  const { path, folder } = newFolder();
  expect(existsSync(path)).toBe(false);
  await folder.create('toy').write(saved);
  const [name = ''] = readdirSync(path);
  expect(name).toMatch(/^toy-[0-9a-f]{12}\.json$/);
  expect(statSync(join(path, name)).mode & 0o777).toBe(0o600);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(await folder.list()).toMatchObject({ kept: [{ saved }], damaged: 0, newer: 0 });
});

test('writing again replaces, and removing leaves nothing', async () => {
  const { path, folder } = newFolder();
  const file = folder.create('toy');
  await file.write(saved);
  await file.write({ ...saved, answers: {} });
  expect((await folder.list()).kept.map((one) => one.saved.answers)).toEqual([{}]);
  await file.remove();
  await file.remove();
  expect(readdirSync(path)).toEqual([]);
});

test('each interview has its own file', async () => {
  const { path, folder } = newFolder();
  await Promise.all([folder.create('toy').write(saved), folder.create('toy').write(saved)]);
  expect(readdirSync(path)).toHaveLength(2);
});

test('only one can take an interview over', async () => {
  const { folder } = newFolder();
  await folder.create('toy').write(saved);
  const [kept] = (await folder.list()).kept;
  if (!kept) throw new Error('nothing kept');
  const taken = await Promise.all([folder.claim(kept), folder.claim(kept)]);
  expect(taken.filter((file) => file !== undefined)).toHaveLength(1);
  expect((await folder.list()).kept.map((one) => one.saved)).toEqual([saved]);
});

test('what is damaged or newer is counted and left alone', async () => {
  const { path, folder } = newFolder();
  await folder.create('toy').write(saved);
  writeFileSync(join(path, 'toy-1.json'), '{"version": 1, "flow": ');
  writeFileSync(
    join(path, 'toy-2.json'),
    '{"version": 1, "flow": "toy", "print": "", "answers": {"who": null}}',
  );
  writeFileSync(join(path, 'toy-3.json'), '{"version": 2, "anything": true}');
  expect(await folder.list()).toMatchObject({ kept: [{ saved }], damaged: 2, newer: 1 });
  expect(readdirSync(path)).toHaveLength(4);
});

test('the newest comes first, and after 30 days interviews are deleted', async () => {
  const day = 24 * 60 * 60;
  const now = Date.now();
  const { path, folder } = newFolder(() => now);
  await folder.create('toy').write(saved);
  const [made = ''] = readdirSync(path);
  for (const [name, age] of [
    ['toy-a.json', 31],
    ['toy-b.json', 29],
    ['toy-c.json', 1],
    ['toy-d.json.bak', 31],
    ['notes.txt', 31],
  ] as const) {
    copyFileSync(join(path, made), join(path, name));
    utimesSync(join(path, name), now / 1000 - age * day, now / 1000 - age * day);
  }
  rmSync(join(path, made));
  await folder.purge();
  // What is not ours stays.
  expect(readdirSync(path).toSorted()).toEqual(['notes.txt', 'toy-b.json', 'toy-c.json', 'toy-d.json.bak']);
  expect((await folder.list()).kept.map(({ file }) => file.slice(-6))).toEqual(['c.json', 'b.json']);
});

test('forgetting deletes all of them, damaged ones too', async () => {
  const { path, folder } = newFolder();
  expect(await folder.forget()).toBe(0);
  await folder.create('toy').write(saved);
  writeFileSync(join(path, 'toy-1.json'), '{');
  writeFileSync(join(path, 'notes.txt'), '');
  expect(await folder.forget()).toBe(2);
  expect(readdirSync(path)).toEqual(['notes.txt']);
});

test.each(['', 'null', '[]', '{"version":1}', '{"version":"1"}', `"${'x'.repeat(2_000_000)}"`])(
  'a file that holds %.20s is damaged',
  (text) => {
    expect(readSaved(text)).toBe('damaged');
  },
);

test('what is written is read back as it was', () => {
  const whole = { ...saved, date: '2026-11-22', flows: '/own flows', carried: ['who'] };
  expect(readSaved(writeSaved(whole))).toEqual(whole);
});
