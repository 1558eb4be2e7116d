import type { LookupTable } from '../model/flow.ts';
import type { ProblemList } from './problem-list.ts';
import type { FlowFile } from './read-files.ts';
import { checkId } from './read-value.ts';
import type { SharedParts } from './resolve-shared.ts';
import { type FlowSketch, sketchFlow } from './sketch-flow.ts';
import { said } from './wording.ts';

/** Every flow's sketch by id, the file it came from, and the flows that already have a problem. */
export interface FlowSketches {
  readonly sketches: ReadonlyMap<string, FlowSketch>;
  readonly origins: ReadonlyMap<string, FlowFile>;
  readonly broken: Set<string>;
}

/** Sketches every flow. One from outside replaces the built-in one of the same id. */
export function sketchFlows(
  files: readonly FlowFile[],
  shared: SharedParts,
  tables: ReadonlyMap<string, LookupTable>,
  problems: ProblemList,
): FlowSketches {
  const sketches = new Map<string, FlowSketch>();
  const origins = new Map<string, FlowFile>();
  const broken = new Set<string>();
  for (const file of [
    ...files.filter(({ outside }) => !outside),
    ...files.filter(({ outside }) => outside),
  ]) {
    if (file.role.kind !== 'flow') continue;
    const before = problems.count;
    const sketch = sketchFlow(file.node, shared, tables, problems);
    const { id } = sketch.names;
    if (id === '') {
      // Its other problems are still worth telling, under the folder's name.
      broken.add(file.role.folderName);
    } else checkFlowId(id, file, origins.get(id), problems);
    const key = id || file.role.folderName;
    if (problems.count > before) broken.add(key);
    sketches.set(key, sketch);
    origins.set(key, file);
  }
  return { sketches, origins, broken };
}

function checkFlowId(id: string, file: FlowFile, other: FlowFile | undefined, problems: ProblemList): void {
  const position = file.node.entries.get('id')?.value.position ?? file.node.position;
  checkId(id, position, problems);
  if (other && other.outside === file.outside) problems.add(position, said.duplicateId(id));
  if (!file.outside && file.role.kind === 'flow' && file.role.folderName !== id) {
    problems.add(position, said.idIsFolder(id, file.role.folderName));
  }
}
