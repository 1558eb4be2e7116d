import { constants } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from '../model/problem.ts';
import type { Said } from './problem-list.ts';
import { decodeText, type TextFile } from './text-file.ts';
import { said } from './wording.ts';

const MOST_BYTES = 16_000_000;
const MOST_FILES = 2_000;
const DEEPEST = 6;

/** Where to read, and how paths are shown in problems. */
export interface FolderToRead {
  readonly folder: string;
  /** Stands before each path, `flows` for the built-in ones. */
  readonly shownAs: string;
  readonly outside?: boolean;
}

/**
 * Reads every YAML file of a folder, in a fixed order. Links are not followed, so nothing outside the
 * folder is ever read.
 */
export async function readFolder(what: FolderToRead): Promise<{ files: TextFile[]; problems: Problem[] }> {
  const { folder, shownAs, outside } = what;
  const paths = await listYaml(folder, '', 0).catch(() => undefined);
  if (!paths) return { files: [], problems: [problemAt(shownAs, said.folderUnreadable())] };
  if (paths.length > MOST_FILES) {
    return { files: [], problems: [problemAt(shownAs, said.tooManyFiles(MOST_FILES))] };
  }
  const sizes = await Promise.all(paths.map(async (path) => (await lstat(join(folder, path))).size));
  if (sizes.reduce((sum, size) => sum + size, 0) > MOST_BYTES) {
    return { files: [], problems: [problemAt(shownAs, said.folderTooBig(MOST_BYTES))] };
  }
  const decoded = await Promise.all(paths.map((path) => readText(folder, path, shownAs)));
  return {
    files: decoded.flatMap((file) => ('text' in file ? [{ ...file, ...(outside && { outside }) }] : [])),
    problems: decoded.flatMap((file) => ('problem' in file ? [file.problem] : [])),
  };
}

async function readText(folder: string, path: string, shownAs: string) {
  const shown = posix.join(shownAs, path);
  // Listed as a file, but it may have become a link since.
  const flag = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  const decoded = decodeText(shown, await readFile(join(folder, path), { flag }));
  return 'problem' in decoded ? decoded : { path: shown, text: decoded.text };
}

function problemAt(file: string, what: Said): Problem {
  return { ...what, severity: 'error', file };
}

async function listYaml(folder: string, path: string, depth: number): Promise<string[]> {
  if (depth > DEEPEST) return [];
  const entries = await readdir(join(folder, path), { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(async (entry): Promise<string[]> => {
      const inside = posix.join(path, entry.name);
      // A link is neither a folder nor a file here.
      if (entry.isDirectory()) return await listYaml(folder, inside, depth + 1);
      return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [inside] : [];
    });
  return (await Promise.all(lists)).flat();
}
