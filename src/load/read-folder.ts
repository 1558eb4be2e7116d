import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { classifyFile } from './classify-file.ts';
import {
  DEEPEST_FOLDER,
  MOST_FILE_BYTES,
  MOST_FILES,
  MOST_FOLDER_BYTES,
  MOST_FOLDER_ENTRIES,
} from './limits.ts';
import type { Said } from './problem-list.ts';
import { readPlainFile } from './read-plain-file.ts';
import { decodeText, type TextFile } from './text-file.ts';
import { said } from './wording.ts';

/** Where to read, and how paths are shown in problems. */
export interface FolderToRead {
  readonly folder: string;
  /** Stands before each path, `flows` for the built-in ones. */
  readonly shownAs: string;
  readonly outside?: boolean;
}

/** Files as read, and what is wrong with them. */
export interface ReadFiles {
  readonly files: readonly TextFile[];
  readonly problems: readonly Problem[];
}

/**
 * Reads every YAML file of a folder, in a fixed order. Links are not followed and only plain files are
 * opened, so nothing outside the folder is ever read, and no pipe or device waited for.
 */
export async function readFolder({ folder, shownAs, outside }: FolderToRead): Promise<ReadFiles> {
  const listing: Listing = { folder, entries: 0, paths: [] };
  try {
    await list(listing, '', 0);
  } catch (error) {
    if (!(error instanceof TooManyEntries)) return refused(shownAs, said.folderUnreadable());
    return refused(shownAs, said.tooManyFolderEntries(MOST_FOLDER_ENTRIES));
  }
  if (listing.paths.length > MOST_FILES) return refused(shownAs, said.tooManyFiles(MOST_FILES));
  const read: ReadFiles[] = [];
  let bytes = 0;
  for (const path of listing.paths) {
    const shown = posix.join(shownAs, path);
    const file = await readOutsideFile(join(folder, path), shown, outside);
    read.push(file);
    bytes += file.bytes;
    if (bytes > MOST_FOLDER_BYTES) return refused(shownAs, said.folderTooBig(MOST_FOLDER_BYTES));
  }
  return {
    files: read.flatMap(({ files }) => files),
    problems: read.flatMap(({ problems }) => problems),
  };
}

/** Reads one plain file of limited size; what is none of ours may be anything else. */
export async function readOutsideFile(
  path: string,
  shown: string,
  outside?: boolean,
): Promise<ReadFiles & { readonly bytes: number }> {
  const isOurs = classifyFile(shown) !== undefined;
  const read = await readPlainFile(path, MOST_FILE_BYTES).catch(() => ({ refused: 'unreadable' }) as const);
  if ('refused' in read) return { ...(isOurs ? refused(shown, SAID[read.refused]) : NOTHING), bytes: 0 };
  const { length: bytes } = read.bytes;
  const decoded = decodeText(shown, read.bytes);
  if ('problem' in decoded) return { files: [], problems: isOurs ? [decoded.problem] : [], bytes };
  return { files: [{ path: shown, ...decoded, ...(outside && { outside }) }], problems: [], bytes };
}

const NOTHING: ReadFiles = { files: [], problems: [] };

const SAID = {
  link: said.fileIsLink(),
  'not-a-file': said.notPlainFile(),
  'too-big': said.fileTooBig(MOST_FILE_BYTES),
  unreadable: said.fileUnreadable(),
} as const;

function refused(file: string, what: Said): ReadFiles {
  return { files: [], problems: [{ ...what, severity: 'error', file, line: 1, column: 1 }] };
}

interface Listing {
  readonly folder: string;
  readonly paths: string[];
  entries: number;
}

class TooManyEntries extends Error {
  override readonly name = 'TooManyEntries';
}

/** Lists what is named like YAML; a link to a folder is not gone into. */
async function list(listing: Listing, path: string, depth: number): Promise<void> {
  if (depth > DEEPEST_FOLDER) return;
  const entries = await readdir(join(listing.folder, path), { withFileTypes: true });
  listing.entries += entries.length;
  if (listing.entries > MOST_FOLDER_ENTRIES) throw new TooManyEntries();
  const wanted = entries.filter(({ name }) => !name.startsWith('.') && name !== 'node_modules');
  for (const entry of wanted.toSorted(byName)) {
    const inside = posix.join(path, entry.name);
    if (entry.isDirectory()) await list(listing, inside, depth + 1);
    else if (/\.ya?ml$/.test(entry.name)) listing.paths.push(inside);
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : 1;
}
