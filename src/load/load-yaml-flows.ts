import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommonData } from '../model/flow.ts';
import { FlowFileError } from './flow-file-error.ts';
import { type LoadedFlows, loadFlows } from './load-flows.ts';
import { readFolder } from './read-folder.ts';

/** What YAML to load. */
export interface YamlToLoad {
  readonly packageRoot: URL;
  readonly divisions: CommonData['divisions'];
  /** A folder whose files merge over the built-in ones. */
  readonly outside?: string | undefined;
}

/** Reads the built-in YAML, and an outside folder over it. Throws a FlowFileError where a file is broken. */
export async function loadYamlFlows({ packageRoot, divisions, outside }: YamlToLoad): Promise<LoadedFlows> {
  const builtIn = fileURLToPath(new URL('flows', packageRoot));
  const isOther = outside !== undefined && resolve(outside) !== resolve(builtIn);
  const folders = await Promise.all([
    readFolder({ folder: builtIn, shownAs: 'flows' }),
    ...(isOther ? [readFolder({ folder: outside, shownAs: outside, outside: true })] : []),
  ]);
  const loaded = loadFlows(
    folders.flatMap(({ files }) => files),
    divisions,
  );
  const problems = [...folders.flatMap((folder) => folder.problems), ...loaded.problems];
  if (problems.length > 0) throw new FlowFileError(problems);
  return loaded;
}
