import type { ProblemList } from './problem-list.ts';
import type { TextFile } from './text-file.ts';
import { parseAnyYaml } from './yaml-document.ts';
import type { YamlNode } from './yaml-node.ts';
import { type NodesLeft, readSimpleYaml } from './yaml-simple.ts';

/** Reads one YAML document; undefined where it is broken, and then `problems` says why. */
export function parseYaml(file: TextFile, problems: ProblemList, left?: NodesLeft): YamlNode | undefined {
  return readSimpleYaml(file, left) ?? parseAnyYaml(file, problems, left);
}
