import { classifyFile, type FileRole, SHARED_FILES, type SharedFile } from './classify-file.ts';
import { MOST_NODES_OF_ALL } from './limits.ts';
import { mergeNodes } from './merge-nodes.ts';
import type { ProblemList } from './problem-list.ts';
import { readMap } from './read-value.ts';
import type { TextFile } from './text-file.ts';
import { said } from './wording.ts';
import { parseYaml } from './yaml-document.ts';
import type { MapNode, YamlNode } from './yaml-node.ts';

/** A file as a map, and what it is. */
export interface FlowFile {
  readonly role: FileRole;
  readonly node: MapNode;
  readonly outside: boolean;
}

/** Reads every file; those that are broken are reported and left out. `parsed` are some that were parsed before. */
export function readFiles(
  texts: readonly TextFile[],
  problems: ProblemList,
  parsed: ReadonlyMap<TextFile, YamlNode> = new Map(),
): { files: FlowFile[]; unreadable: Set<string> } {
  const unreadable = new Set<string>();
  const left = { count: MOST_NODES_OF_ALL };
  const files = texts.flatMap((file) => {
    const role = classifyFile(file.path);
    if (!role) {
      // An outside folder may hold other YAML too, such as answers.
      if (!file.outside) problems.add({ file: file.path, line: 1, column: 1 }, said.unknownFile());
      return [];
    }
    const root =
      parsed.get(file) ?? (file.outside ? parseYaml(file, problems, left) : parseYaml(file, problems));
    const node = root && readMap(root, problems);
    if (!node && role.kind === 'flow') unreadable.add(role.folderName);
    return node ? [{ role, node, outside: file.outside === true }] : [];
  });
  return { files, unreadable };
}

/** The shared files by name, outside entries laid over the built-in ones. */
export function mergeShared(files: readonly FlowFile[]): Record<SharedFile, MapNode['entries']> {
  const merged = SHARED_FILES.map((name) => {
    const nodes = layered(files.filter(({ role }) => role.kind === 'shared' && role.name === name));
    return [name, mergeAll(nodes)?.entries ?? new Map()] as const;
  });
  return Object.fromEntries(merged) as Record<SharedFile, MapNode['entries']>;
}

/** The holiday years, outside ones laid over the built-in ones. */
export function mergeHolidays(files: readonly FlowFile[]): MapNode | undefined {
  return mergeAll(layered(files.filter(({ role }) => role.kind === 'holidays')), 2);
}

/** Built-in files first, outside ones last, so that the outside wins. */
function layered(files: readonly FlowFile[]): MapNode[] {
  return [...files.filter(({ outside }) => !outside), ...files.filter(({ outside }) => outside)].map(
    ({ node }) => node,
  );
}

function mergeAll([first, ...others]: readonly MapNode[], depth = 1): MapNode | undefined {
  return first && others.reduce((lower, upper) => mergeNodes(lower, upper, depth), first);
}
