import type { z } from 'zod/mini';
import type { ProblemList, Said } from './problem-list.ts';
import { said } from './wording.ts';
import { describe } from './wording-values.ts';
import type { YamlNode } from './yaml-node.ts';

type Issue = z.core.$ZodIssue;

/** Checks a map of plain data against a schema; each issue is told at its own node. */
export function readPlain<S extends z.ZodMiniObject>(
  schema: S,
  node: YamlNode,
  problems: ProblemList,
  position = node.position,
): z.infer<S> | undefined {
  const result = schema.safeParse(toPlain(node));
  if (result.success) return result.data;
  const known = Object.keys(schema.shape);
  for (const issue of result.error.issues) {
    if (issue.code === 'unrecognized_keys') tellUnknownKeys(issue.keys, node, known, problems);
    else tell(issue, node, problems, position);
  }
  return undefined;
}

/** The same data without positions. */
function toPlain(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(toPlain);
  return Object.fromEntries([...node.entries.values()].map(({ key, value }) => [key, toPlain(value)]));
}

function tellUnknownKeys(
  keys: readonly string[],
  node: YamlNode,
  known: readonly string[],
  problems: ProblemList,
): void {
  for (const key of keys) {
    const entry = node.kind === 'map' ? node.entries.get(key) : undefined;
    if (entry) problems.add(entry.keyPosition, said.unknownKey(key, known));
  }
}

function tell(issue: Issue, root: YamlNode, problems: ProblemList, rootPosition: YamlNode['position']): void {
  let node = root;
  for (const step of issue.path) {
    const next = node.kind === 'list' ? node.items[Number(step)] : childOf(node, String(step));
    if (!next) {
      problems.add(rootPosition, said.missingKey(String(step)));
      return;
    }
    node = next;
  }
  problems.add(node.position, saidOf(issue, node));
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

function saidOf(issue: Issue, node: YamlNode): Said {
  const found = describe(node);
  if (node.kind === 'scalar' && typeof node.value === 'number') return said.numberForText(node.written);
  if (node.kind === 'scalar' && node.value === null) return said.emptyValue();
  switch (issue.code) {
    case 'invalid_value':
      return said.notOneOf(found, issue.values.map(String));
    case 'custom':
      return saidOfCustom(String(issue.params?.want), found);
    case 'invalid_type':
      if (issue.expected === 'array') return said.wantsList(found);
      return issue.expected === 'object' ? said.wantsMap(found) : said.wantsText(found);
    default:
      return said.emptyValue();
  }
}

function saidOfCustom(want: string, found: string): Said {
  if (want === 'date') return said.wantsDate(found);
  return want === 'url' ? said.wantsUrl(found) : said.unknownPlace(found);
}
