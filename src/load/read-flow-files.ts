import { lstat, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../model/problem.ts';
import { classifyFile } from './classify-file.ts';
import { readDivisions } from './flow-store.ts';
import { type LoadedFlows, loadFlows } from './load-flows.ts';
import type { ParseAhead } from './parse-in-turn.ts';
import { type ReadFiles, readFolder, readOutsideFile } from './read-folder.ts';
import type { TextFile } from './text-file.ts';
import { said } from './wording.ts';

/** Flows as they stand in their files, whether sound or not. */
export interface FlowFiles {
  readonly loaded: LoadedFlows;
  /** All that is wrong with the files. */
  readonly problems: readonly Problem[];
  /** The files that were named, as problems show them; empty where none was. */
  readonly named: ReadonlySet<string>;
}

/**
 * Reads the built-in YAML, and folders or single files over it. A flow comes with its cases, whichever
 * of the two was named. Unlike a store it does not throw where a file is broken. The built-in files may be
 * parsed ahead, on several threads.
 */
export async function readFlowFiles(
  packageRoot: URL,
  paths: readonly string[],
  parseAhead?: ParseAhead,
): Promise<FlowFiles> {
  const builtIn = fileURLToPath(new URL('flows', packageRoot));
  const others = paths.filter((path) => resolve(path) !== resolve(builtIn));
  const [divisions, own, ...outside] = await Promise.all([
    readDivisions(packageRoot),
    readFolder({ folder: builtIn, shownAs: 'flows' }),
    ...others.map(readPath),
  ]);
  const files = outside.flatMap((read) => read.files);
  const parsed = await parseAhead?.(own.files);
  const loaded = loadFlows([...own.files, ...withoutRepeats(files)], divisions, parsed);
  return {
    loaded,
    problems: [...[own, ...outside].flatMap((read) => read.problems), ...loaded.problems],
    named: new Set([
      ...files.map(({ path }) => path),
      ...outside.flatMap((read) => read.problems.map(({ file = '' }) => file)),
    ]),
  };
}

async function readPath(path: string): Promise<ReadFiles> {
  if ((await stat(path)).isDirectory()) {
    const read = await readFolder({ folder: path, shownAs: path, outside: true });
    const isEmpty = read.problems.length === 0 && !read.files.some((file) => classifyFile(file.path));
    const nothing: Problem = { ...said.noFlowFiles(), severity: 'error', file: path, line: 1, column: 1 };
    return isEmpty ? { files: [], problems: [nothing] } : read;
  }
  const partner = partnerOf(path);
  const paths = partner && (await isFile(partner)) ? [path, partner] : [path];
  const read = await Promise.all(paths.map((one) => readOutsideFile(one, one, true)));
  return { files: read.flatMap(({ files }) => files), problems: read.flatMap(({ problems }) => problems) };
}

/** The cases beside a flow, the flow beside its cases. */
function partnerOf(path: string): string | undefined {
  const partners: Readonly<Record<string, string>> = { 'flow.yaml': 'cases.yaml', 'cases.yaml': 'flow.yaml' };
  const name = partners[basename(path)];
  return name && join(dirname(path), name);
}

async function isFile(path: string): Promise<boolean> {
  return lstat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** A file that was named twice, perhaps with its folder, counts once. */
function withoutRepeats(files: readonly TextFile[]): TextFile[] {
  return [...new Map(files.map((file) => [resolve(file.path), file])).values()];
}
