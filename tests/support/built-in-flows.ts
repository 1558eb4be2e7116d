import { fileURLToPath } from 'node:url';
import { decodeDivisions } from '../../src/load/divisions.ts';
import { type LoadedFlows, loadFlows } from '../../src/load/load-flows.ts';
import { readFolder } from '../../src/load/read-folder.ts';
import type { Flow } from '../../src/model/flow.ts';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';

/** The flows of this very source tree, loaded from their YAML: no build is needed. */
export async function loadBuiltInFlows(): Promise<LoadedFlows> {
  const folder = fileURLToPath(new URL('../../flows', import.meta.url));
  const { files } = await readFolder({ folder, shownAs: 'flows' });
  return loadFlows(files, decodeDivisions(makeDivisionRows()));
}

/** One of them, as the engine takes it. */
export function flowOf({ flows, common }: LoadedFlows, id: string): Flow {
  const flow = flows.find((each) => each.id === id);
  if (!flow) throw new Error(`There is no sound flow “${id}”`);
  return { ...flow, common };
}
