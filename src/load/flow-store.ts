import { readFileSync } from 'node:fs';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { CommonData } from '../model/flow.ts';
import { late } from '../model/late.ts';
import { type BuiltCommon, type BuiltFlow, joinFlow } from './built-flow.ts';
import { type DivisionRow, decodeDivisions } from './divisions.ts';
import { findFlowByName } from './find-flow-by-name.ts';
import type { FlowStore } from './flow-store-type.ts';
import { type FlowSummary, summarise } from './flow-summary.ts';
// Types only: a run of built-in flows never loads the YAML reader.
import type { LoadedFlows } from './load-flows.ts';
import { UnknownFlowError } from './unknown-flow-error.ts';

export type { FlowStore } from './flow-store-type.ts';
export type { FlowSummary } from './flow-summary.ts';

export interface FlowStoreOptions {
  /** The folder of the package: built data is in `dist`, YAML in `flows`. */
  readonly packageRoot: URL;
  /** A folder of flow files that merge over the built-in ones. */
  readonly flows?: string;
  /**
   * Whether nobody can change built-in flows; so unless it is told otherwise. A program that ends after
   * one answer may do without: freezing takes several times as long as reading.
   */
  readonly freeze?: boolean;
}

/**
 * Opens the flows. Built-in ones come compiled; a folder's are read from YAML together with the
 * built-in YAML. Throws a FlowFileError where a file is broken.
 */
export async function openFlowStore(options: FlowStoreOptions): Promise<FlowStore> {
  const { packageRoot, flows, freeze = true } = options;
  if (flows !== undefined) return await openFolder(packageRoot, flows);
  return openBuiltIn(packageRoot, freeze ? deepFreeze : (data) => data);
}

function openBuiltIn(packageRoot: URL, finish: <T>(data: T) => T): FlowStore {
  const index = readJson<FlowSummary[]>('dist/flows/index.json', packageRoot);
  const readCommon = late(() => finish(readCommonData(packageRoot)));
  const readYaml = late(() => readYamlFlows(packageRoot));
  return makeStore(
    index,
    async (id) => {
      const flow = readJson<BuiltFlow>(`dist/flows/${id}.json`, packageRoot);
      return finish(joinFlow(flow, readCommon()));
    },
    async (id) => (await readYaml()).cases[id] ?? [],
  );
}

async function openFolder(packageRoot: URL, folder: string): Promise<FlowStore> {
  const { flows, common, cases } = await readYamlFlows(packageRoot, folder);
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

function readCommonData(packageRoot: URL): CommonData {
  const common = readJson<BuiltCommon>('dist/flows/common.json', packageRoot);
  return { ...common, divisions: readDivisions(packageRoot) };
}

/** The places of the built package. */
export function readDivisions(packageRoot: URL): CommonData['divisions'] {
  return decodeDivisions(readJson<DivisionRow[]>('dist/data/divisions.json', packageRoot));
}

async function readYamlFlows(packageRoot: URL, outside?: string): Promise<LoadedFlows> {
  const { loadYamlFlows } = await import('./load-yaml-flows.ts');
  return loadYamlFlows({ packageRoot, divisions: readDivisions(packageRoot), outside });
}

/** At once: for a few small files, waiting for each takes longer than reading it. */
function readJson<T>(path: string, packageRoot: URL): T {
  return JSON.parse(readFileSync(new URL(path, packageRoot), 'utf8')) as T;
}
