import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { clearLeftOvers } from './left-over-files.ts';
import { readSaved, type SavedInterview, writeSaved } from './saved-interview.ts';
import { writeWholeFile } from './write-whole-file.ts';

const DAY = 24 * 60 * 60 * 1000;
const KEPT_FOR = 30 * DAY;
const OURS = /^[\w-]+\.json$/;

/** An interview found in the folder. */
export interface KeptInterview {
  readonly file: string;
  readonly saved: SavedInterview;
  /** When it was last written, in milliseconds. */
  readonly writtenAt: number;
}

/** What the folder holds, the newest first, and how many files could not be used. */
interface KeptInterviews {
  readonly kept: readonly KeptInterview[];
  readonly damaged: number;
  readonly newer: number;
}

/** One interview's own file. Nobody else writes it. */
export interface ProgressFile {
  /** Writes all of it or none. Throws what the disk says. */
  write(saved: SavedInterview): Promise<void>;
  remove(): Promise<void>;
}

/** The folder of unfinished interviews. It is made when something is written. */
export interface ProgressFolder {
  readonly path: string;
  /** Throws what the disk says where the folder may not be read. */
  list(): Promise<KeptInterviews>;
  /** A new interview. */
  create(flow: string): ProgressFile;
  /**
   * Takes an interview over; undefined where somebody else has just taken it. In a folder that may only
   * be read it is not moved: nobody can write it.
   */
  claim(kept: KeptInterview): Promise<ProgressFile | undefined>;
  /** Deletes what is older than 30 days, and what killed runs left half written; what cannot be, stays. */
  purge(): Promise<void>;
  /** Deletes everything; says how many interviews there were. Throws what the disk says. */
  forget(): Promise<number>;
}

/** Opens the folder in which interviews are kept, one file each. */
export function openProgressFolder(path: string, now: () => number): ProgressFolder {
  const newName = (flow: string) => join(path, `${flow}-${randomBytes(6).toString('hex')}.json`);
  return {
    path,
    list: () => listKept(path),
    create: (flow) => progressFile(path, newName(flow)),
    async claim({ file, saved }) {
      const own = newName(saved.flow);
      try {
        await rename(file, own);
      } catch (error) {
        return isGone(error) ? undefined : progressFile(path, file);
      }
      return progressFile(path, own);
    },
    async purge() {
      await clearLeftOvers(path, now);
      for (const file of await ourFiles(path).catch(() => [])) {
        const age = now() - ((await writtenAt(file)) ?? now());
        if (age > KEPT_FOR) await rm(file, { force: true }).catch(() => {});
      }
    },
    async forget() {
      const files = await ourFiles(path);
      for (const file of files) await rm(file, { force: true });
      await clearLeftOvers(path, now);
      return files.length;
    },
  };
}

function progressFile(folder: string, file: string): ProgressFile {
  return {
    async write(saved) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWholeFile(file, writeSaved(saved), 0o600);
    },
    remove: () => rm(file, { force: true }),
  };
}

async function listKept(path: string): Promise<KeptInterviews> {
  const kept: KeptInterview[] = [];
  const unusable = { damaged: 0, newer: 0 };
  for (const file of await ourFiles(path)) {
    const saved = readSaved(await readFile(file, 'utf8').catch(() => ''));
    if (typeof saved === 'string') unusable[saved] += 1;
    else kept.push({ file, saved, writtenAt: (await writtenAt(file)) ?? 0 });
  }
  return { kept: kept.sort((a, b) => b.writtenAt - a.writtenAt), ...unusable };
}

/** Only what this program wrote; nothing else is read or deleted. */
async function ourFiles(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: unknown) => {
    if (isGone(error)) return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && OURS.test(entry.name))
    .map(({ name }) => join(path, name));
}

async function writtenAt(file: string): Promise<number | undefined> {
  return (await stat(file).catch(() => undefined))?.mtimeMs;
}

function isGone(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
}
