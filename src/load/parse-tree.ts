import type { TreeNode } from '../model/flow.ts';
import type { SourcePosition } from '../model/problem.ts';
import { parseCondition } from './parse-condition.ts';
import { MapReader } from './read-map.ts';
import { readList, readString } from './read-value.ts';
import type { QuestionName, Scope } from './scope.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** Where each node and list of a tree stands, for what is found out about the tree afterwards. */
export type TreePositions = Map<object, SourcePosition>;

/** Reads a list of tree nodes. */
export function parseTree(node: YamlNode, scope: Scope, positions: TreePositions): TreeNode[] {
  const list = readList(node, scope.problems);
  const nodes = (list?.items ?? []).flatMap((item): TreeNode[] => {
    const parsed = parseNode(item, scope, positions);
    if (!parsed) return [];
    positions.set(parsed, item.position);
    return [parsed];
  });
  positions.set(nodes, node.position);
  return nodes;
}

function parseNode(node: YamlNode, scope: Scope, positions: TreePositions): TreeNode | undefined {
  if (node.kind === 'list') return scope.problems.refuse(node.position, said.treeNodeIsList());
  if (node.kind === 'scalar') {
    const question = readString(node, scope.problems);
    if (question === undefined || !findQuestion(question, node.position, scope)) return undefined;
    return { kind: 'ask', question };
  }
  if (node.entries.has('when')) return parseWhen(node, scope, positions);
  if (node.entries.has('exit')) return parseExit(node, scope);
  const [first, second] = node.entries.values();
  if (!first) return scope.problems.refuse(node.position, said.emptyTreeNode());
  if (second) return scope.problems.refuse(second.keyPosition, said.twoKeysInNode(first.key, second.key));
  return parseBranches(first, scope, positions);
}

function parseExit(node: MapNode, scope: Scope): TreeNode | undefined {
  const map = new MapReader(node, scope.problems);
  const outcome = map.need('exit', readString);
  map.finish();
  if (outcome === undefined) return undefined;
  const { outcomes } = scope.names;
  if (!outcomes.has(outcome)) {
    const position = node.entries.get('exit')?.value.position ?? node.position;
    return scope.problems.refuse(position, said.unknownOutcome(outcome, outcomes.keys()));
  }
  return { kind: 'exit', outcome };
}

function parseWhen(node: MapNode, scope: Scope, positions: TreePositions): TreeNode | undefined {
  const map = new MapReader(node, scope.problems);
  const list = (value: YamlNode) => parseTree(value, scope, positions);
  const when = map.need('when', (value) => parseCondition(value, scope));
  const then = map.need('then', list) ?? [];
  const otherwise = map.read('else', list) ?? [];
  const unknown = map.read('unknown', (value) => parseUnknown(value, scope, positions));
  map.finish();
  if (!when) return undefined;
  return { kind: 'when', when, then, else: otherwise, ...(unknown !== undefined && { unknown }) };
}

function parseUnknown(node: YamlNode, scope: Scope, positions: TreePositions) {
  if (node.kind === 'list') return parseTree(node, scope, positions);
  const word = readString(node, scope.problems);
  if (word === undefined || word === 'then' || word === 'else') return word;
  return scope.problems.refuse(node.position, said.notOneOf(word, ['then', 'else', '[…]']));
}

function parseBranches(entry: MapEntry, scope: Scope, positions: TreePositions): TreeNode | undefined {
  const question = findQuestion(entry.key, entry.keyPosition, scope);
  if (!question) return undefined;
  if (question.type !== 'choice' && question.type !== 'yes-no') {
    return scope.problems.refuse(entry.keyPosition, said.branchesOnType(question.id, question.type));
  }
  if (entry.value.kind !== 'map') return scope.problems.refuse(entry.value.position, said.branchesAreMap());
  const branches: Record<string, TreeNode[]> = {};
  for (const { key, keyPosition, value } of entry.value.entries.values()) {
    checkBranchKey(key, keyPosition, question, scope);
    branches[key] = parseTree(value, scope, positions);
  }
  if (question.unsure === 'keep' && !entry.value.entries.has('unsure')) {
    scope.problems.add(entry.keyPosition, said.unsureBranchMissing(question.id));
  }
  return { kind: 'ask', question: question.id, branches };
}

function checkBranchKey(key: string, position: SourcePosition, question: QuestionName, scope: Scope): void {
  if (question.options.includes(key)) return;
  if (key !== 'unsure') {
    scope.problems.add(position, said.unknownValue(key, question.id, [...question.options, 'unsure']));
  } else if (question.unsure !== 'keep') {
    scope.problems.add(position, said.neverUnsure(question.id, question.unsure));
  }
}

function findQuestion(id: string, position: SourcePosition, scope: Scope): QuestionName | undefined {
  const question = scope.names.questions.get(id);
  if (question) return question;
  const known = [...scope.names.questions.keys(), 'when', 'exit'];
  const looksLikeOutcome = scope.names.outcomes.has(id);
  return scope.problems.refuse(
    position,
    looksLikeOutcome ? said.exitWithoutWord(id) : said.unknownQuestion(id, known),
  );
}
