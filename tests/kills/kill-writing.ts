import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Moment, runAndKill } from '../support/kill-run.ts';
import { newFolder } from '../support/new-folder.ts';
import type { KillSubject, KillTally } from './tally.ts';

/** A path whose checklist has dates, so that all formats can be written. */
const ANSWERS = `on-behalf: family
reason: chronic
stage: planning
insured-place: "510700"
care-place: "440100"
stay: living
proof: none
channel: phone
`;
const RUN = ['yidi', '--no-input', '--date', '2026-11-22', '--force', '--answers', '回答.yaml'];

/** Each file that a run may write, and the option that writes it. */
const FILES = ['清单.txt', '清单.md', '清单.html', '清单.pdf', '清单.json', '清单.ics', '存.yaml'];
const optionFor = (file: string): string[] => [file.endsWith('.yaml') ? '--save-answers' : '-o', file];

const OLD = '旧的\n';

/** Kills runs while they write a file; what stands under its name is always whole: the old, or the new. */
export const killWriting: KillSubject = async (random, kills) => {
  const tally: KillTally = { kills: 0, parts: 0 };
  const wanted = await wholeFiles();
  for (let turn = 0; tally.kills < kills; turn++) {
    const [file, whole] = wanted[turn % wanted.length] ?? never();
    await killOnce(file, whole, random, tally);
  }
  return tally;
};

async function killOnce(file: string, whole: Buffer, random: () => number, tally: KillTally): Promise<void> {
  const folder = newFolderWithAnswers();
  const argv = [...RUN, ...optionFor(file)];
  const path = join(folder, file);
  const before = random() < 0.5 ? [Buffer.from(OLD)] : [];
  for (const old of before) writeFileSync(path, old);
  const { wasKilled } = await runAndKill(argv, folder, momentIn(folder, random));
  if (wasKilled) tally.kills += 1;
  expectWhole(path, [whole, ...before], before.length > 0 || !wasKilled);
  tally.parts += partsIn(folder).length;
  expect(await runAndKill(argv, folder)).toMatchObject({ code: 0 });
  expectWhole(path, [whole], true);
  expect(partsIn(folder)).toEqual([]);
}

/** What each file holds when nobody is killed. */
async function wholeFiles(): Promise<(readonly [file: string, whole: Buffer])[]> {
  const folder = newFolderWithAnswers();
  const { code, stderr } = await runAndKill([...RUN, ...FILES.flatMap(optionFor)], folder);
  expect({ code, stderr }).toMatchObject({ code: 0 });
  return FILES.map((file) => [file, readFileSync(join(folder, file))]);
}

function newFolderWithAnswers(): string {
  const folder = newFolder();
  writeFileSync(join(folder, '回答.yaml'), ANSWERS);
  return folder;
}

function never(): never {
  throw new RangeError('nothing was written');
}

/** Any moment of a run, or while it writes. */
function momentIn(folder: string, random: () => number): Moment {
  return random() < 0.3 ? { after: random() * 600 } : { writingIn: folder, after: random() ** 2 * 4 };
}

function expectWhole(path: string, allowed: readonly Buffer[], mustExist: boolean): void {
  if (!existsSync(path)) {
    if (mustExist) throw new Error(`${path} is gone`);
    return;
  }
  const found = readFileSync(path);
  if (!allowed.some((bytes) => bytes.equals(found)))
    throw new Error(`half a file: ${path}, ${found.length} bytes`);
}

/** What killed runs left in a folder. */
export function partsIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.part'));
}
