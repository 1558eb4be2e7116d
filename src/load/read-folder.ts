import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Problem } from '../model/problem.ts';
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
  const files: TextFile[] = [];
  const problems: Problem[] = [];
  let bytes = 0;
  const paths = await listYaml(what.folder, '', 0);
  for (const path of paths.slice(0, MOST_FILES)) {
    const shown = posix.join(what.shownAs, path);
    const content = await readFile(join(what.folder, path));
    bytes += content.length;
    if (bytes > MOST_BYTES) {
      problems.push(problemAt(shown, said.folderTooBig(MOST_BYTES)));
      break;
    }
    const decoded = decodeText(shown, content);
    if ('problem' in decoded) problems.push(decoded.problem);
    else files.push({ path: shown, text: decoded.text, ...(what.outside && { outside: true }) });
  }
  if (paths.length > MOST_FILES) problems.push(problemAt(what.shownAs, said.tooManyFiles(MOST_FILES)));
  return { files, problems };
}

function problemAt(file: string, what: ReturnType<typeof said.emptyFile>): Problem {
  return { ...what, severity: 'error', file, line: 1, column: 1 };
}

async function listYaml(folder: string, path: string, depth: number): Promise<string[]> {
  const here = join(folder, path);
  if (depth > DEEPEST || (depth > 0 && (await lstat(here)).isSymbolicLink())) return [];
  const entries = await readdir(here, { withFileTypes: true });
  const lists = entries
    .filter(({ name }) => !name.startsWith('.') && name !== 'node_modules')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(async (entry): Promise<string[]> => {
      const inside = posix.join(path, entry.name);
      if (entry.isDirectory()) return await listYaml(folder, inside, depth + 1);
      return entry.isFile() && /\.ya?ml$/.test(entry.name) ? [inside] : [];
    });
  return (await Promise.all(lists)).flat();
}
