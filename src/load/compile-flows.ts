import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { splitByFlow } from './built-flow.ts';
import { type DivisionRow, decodeDivisions } from './divisions.ts';
import { summarise } from './flow-summary.ts';
import { loadFlows } from './load-flows.ts';
import { readFolder } from './read-folder.ts';

/** What the build writes under dist/flows, by file name, and what is wrong with the flows. */
export interface CompiledFlows {
  readonly files: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
}

/**
 * Loads every flow of a folder and lays out the built files: `index.json` (summaries), one
 * `<id>.json` a flow with what places change in it, and `common.json` (all that flows share but the divisions).
 */
export async function compileFlows(flowsFolder: string, dataFolder: string): Promise<CompiledFlows> {
  const rows = JSON.parse(await readFile(join(dataFolder, 'divisions.json'), 'utf8')) as DivisionRow[];
  const { files, problems } = await readFolder({ folder: flowsFolder, shownAs: 'flows' });
  const loaded = loadFlows(files, decodeDivisions(rows));
  const { common, flows } = splitByFlow(loaded);
  return {
    files: {
      'index.json': summarise(loaded.flows),
      'common.json': common,
      ...Object.fromEntries(flows.map((flow) => [`${flow.id}.json`, flow])),
    },
    problems: [...problems, ...loaded.problems],
  };
}
