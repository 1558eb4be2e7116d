import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CommonData, StoredFlow } from '../model/flow.ts';
import { deepFreeze } from './deep-freeze.ts';
import { type DivisionRow, decodeDivisions } from './divisions.ts';
import { findFlowByName } from './find-flow-by-name.ts';
import { FlowFileError } from './flow-file-error.ts';
import type { FlowStore } from './flow-store-type.ts';
import { type FlowSummary, summarise } from './flow-summary.ts';
// Types only: a run of built-in flows never loads the YAML reader.
import type { LoadedFlows } from './load-flows.ts';
import { readFolder } from './read-folder.ts';
import { UnknownFlowError } from './unknown-flow-error.ts';

export type { FlowStore } from './flow-store-type.ts';
export type { FlowSummary } from './flow-summary.ts';

export interface FlowStoreOptions {
  /** The folder of the package: built data is in `dist`, YAML in `flows`. */
  readonly packageRoot: URL;
  /** A folder of flow files that merge over the built-in ones. */
  readonly flows?: string;
}

/**
 * Opens the flows. Built-in ones come compiled; a folder's are read from YAML together with the
 * built-in YAML. Throws a FlowFileError where a file is broken.
 */
export async function openFlowStore({ packageRoot, flows }: FlowStoreOptions): Promise<FlowStore> {
  return flows === undefined ? await openBuiltIn(packageRoot) : await openFolder(packageRoot, flows);
}

async function openBuiltIn(packageRoot: URL): Promise<FlowStore> {
  const index = await readJson<FlowSummary[]>('dist/flows/index.json', packageRoot);
  const readCommon = once(() => readCommonData(packageRoot));
  const readYaml = once(() => loadYaml(packageRoot));
  return makeStore(
    index,
    async (id) => {
      const [flow, common] = await Promise.all([
        readJson<StoredFlow>(`dist/flows/${id}.json`, packageRoot),
        readCommon(),
      ]);
      return deepFreeze({ ...flow, common });
    },
    async (id) => (await readYaml()).cases[id] ?? [],
  );
}

async function openFolder(packageRoot: URL, folder: string): Promise<FlowStore> {
  const { flows, common, cases } = await loadYaml(packageRoot, folder);
  const byId = new Map(flows.map((flow) => [flow.id, deepFreeze({ ...flow, common })]));
  return makeStore(
    summarise(flows),
    async (id) => byId.get(id) ?? unknownFlow(id, byId.keys()),
    async (id) => cases[id] ?? [],
  );
}

function makeStore(
  summaries: readonly FlowSummary[],
  get: FlowStore['get'],
  cases: FlowStore['cases'],
): FlowStore {
  const known = deepFreeze([...summaries]);
  const ids = new Set(known.map(({ id }) => id));
  return {
    list: () => known,
    find: (name) => findFlowByName(name, known),
    // Only known ids become paths.
    get: async (id) => (ids.has(id) ? await get(id) : unknownFlow(id, ids)),
    cases: async (id) => (ids.has(id) ? await cases(id) : unknownFlow(id, ids)),
  };
}

function unknownFlow(id: string, known: Iterable<string>): never {
  throw new UnknownFlowError(id, [...known]);
}

async function readCommonData(packageRoot: URL): Promise<CommonData> {
  const [common, divisions] = await Promise.all([
    readJson<Omit<CommonData, 'divisions'>>('dist/flows/common.json', packageRoot),
    readDivisions(packageRoot),
  ]);
  return deepFreeze({ ...common, divisions });
}

/** The places of the built package. */
export async function readDivisions(packageRoot: URL): Promise<CommonData['divisions']> {
  return decodeDivisions(await readJson<DivisionRow[]>('dist/data/divisions.json', packageRoot));
}

/** Reads the built-in YAML, and an outside folder over it. */
async function loadYaml(packageRoot: URL, outside?: string): Promise<LoadedFlows> {
  const builtIn = fileURLToPath(new URL('flows', packageRoot));
  const isOther = outside !== undefined && resolve(outside) !== resolve(builtIn);
  const [{ loadFlows }, divisions, ...folders] = await Promise.all([
    import('./load-flows.ts'),
    readDivisions(packageRoot),
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

async function readJson<T>(path: string, packageRoot: URL): Promise<T> {
  return JSON.parse(await readFile(new URL(path, packageRoot), 'utf8')) as T;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
