import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  Parser,
} from 'yaml';
import type { SourcePosition } from '../model/problem.ts';
import {
  DEEPEST_NESTING,
  MOST_CHARACTERS,
  MOST_ENTRIES,
  MOST_NODES,
  MOST_OPEN_TOKENS,
  MOST_SYNTAX_ERRORS,
  MOST_TEXT,
} from './limits.ts';
import type { ProblemList, Said } from './problem-list.ts';
import type { TextFile } from './text-file.ts';
import { said } from './wording.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, YamlNode } from './yaml-node.ts';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** How many nodes may still be read; several files may share it. */
export interface NodesLeft {
  count: number;
}

/** Reads one YAML document; undefined where it is broken, and then `problems` says why. */
export function parseYaml(
  file: TextFile,
  problems: ProblemList,
  left: NodesLeft = { count: MOST_NODES },
): YamlNode | undefined {
  const text = file.text.startsWith('\uFEFF') ? file.text.slice(1) : file.text;
  const nul = text.indexOf('\0');
  if (text.length > MOST_CHARACTERS) return problems.refuse(start(file), said.tooLong(MOST_CHARACTERS));
  if (nul >= 0) return problems.refuse(positionIn(text, nul, file), said.nulByte());
  return readDocument(text, file, problems, left);
}

function readDocument(
  text: string,
  file: TextFile,
  problems: ProblemList,
  left: NodesLeft,
): YamlNode | undefined {
  const lineCounter = new LineCounter();
  const at = (offset: number): SourcePosition => {
    const { line, col } = lineCounter.linePos(offset);
    return { file: file.path, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const tokens = tokenise(text, lineCounter);
  if ('refused' in tokens) return problems.refuse(at(tokens.offset), tokens.refused);
  const before = problems.count;
  const [document, second] = new Composer({
    version: '1.2',
    schema: 'core',
    // Duplicate keys are ours to find: the library compares each key with each other one.
    uniqueKeys: false,
  }).compose(tokens.all, true, text.length);
  if (second) problems.add(at(second.range[0]), said.syntax('MULTIPLE_DOCS'));
  for (const { pos, code } of [...(document?.errors ?? []), ...(document?.warnings ?? [])]) {
    problems.add(at(pos[0]), said.syntax(code));
  }
  if (problems.count > before) return undefined;
  if (!document?.contents) return problems.refuse(start(file), said.emptyFile());
  const node = new Converter(at, problems, left).convert(document.contents, 0);
  return problems.count > before ? undefined : node;
}

/** A text's tokens, or where and why it is not read on. */
type Tokens = { readonly all: readonly CST.Token[] } | { readonly refused: Said; readonly offset: number };

/**
 * The text's tokens. The library composes them by recursion, and brackets by the thousand would take down
 * the whole process, not just throw; and its time grows with the square of the errors.
 */
function tokenise(text: string, lineCounter: LineCounter): Tokens {
  const parser = new Parser(lineCounter.addNewLine);
  const tokens: CST.Token[] = [];
  lineCounter.addNewLine(0);
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      tokens.push(token);
      if ((token.type === 'error' || token.type === 'directive') && ++errors > MOST_SYNTAX_ERRORS) {
        return { refused: said.syntax(''), offset: token.offset };
      }
    }
    if (parser.stack.length > MOST_OPEN_TOKENS) {
      return { refused: said.tooDeep(DEEPEST_NESTING), offset: parser.offset };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { all: tokens };
}

function start({ path }: TextFile): SourcePosition {
  return { file: path, line: 1, column: 1 };
}

function positionIn(text: string, offset: number, { path }: TextFile): SourcePosition {
  const lines = text.slice(0, offset).split('\n');
  return { file: path, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

/** Turns the library's nodes into ours. An alias shares its anchor's node but counts in full. */
class Converter {
  readonly #anchors = new Map<string, { node: YamlNode; size: number }>();
  #size = 0;
  /** Nothing further is read. */
  #tooBig = false;
  readonly #at: (offset: number) => SourcePosition;
  readonly #problems: ProblemList;
  readonly #left: NodesLeft;

  constructor(at: (offset: number) => SourcePosition, problems: ProblemList, left: NodesLeft) {
    this.#at = at;
    this.#left = left;
    this.#problems = problems;
  }

  convert(node: Node | null, depth: number, fallback?: SourcePosition): YamlNode {
    const position = node?.range ? this.#at(node.range[0]) : (fallback ?? this.#at(0));
    if (isAlias(node)) return this.#alias(node.source, position);
    this.#count(1, position);
    if (this.#tooBig) return empty(position);
    if (depth > DEEPEST_NESTING) return this.#refuse(position, said.tooDeep(DEEPEST_NESTING));
    const sizeBefore = this.#size;
    const converted = this.#plain(node, depth, position, fallback);
    if (node?.anchor) {
      this.#anchors.set(node.anchor, { node: converted, size: this.#size - sizeBefore + 1 });
    }
    return converted;
  }

  #plain(node: Node | null, depth: number, position: SourcePosition, fallback?: SourcePosition): YamlNode {
    if (isMap<Node, Node>(node)) {
      if (node.items.length > MOST_ENTRIES) return this.#refuse(position, said.tooManyEntries(MOST_ENTRIES));
      return this.#map(node.items, node.flow === true, depth, position);
    }
    if (isSeq<Node>(node)) {
      if (node.items.length > MOST_ENTRIES) return this.#refuse(position, said.tooManyEntries(MOST_ENTRIES));
      const items = node.items.map((item) => this.convert(item, depth + 1, position));
      return { kind: 'list', items, inline: node.flow === true, position } satisfies ListNode;
    }
    if (!isScalar(node)) return empty(position);
    const { value } = node;
    if (String(value).length > MOST_TEXT) return this.#refuse(position, said.textTooLong(MOST_TEXT));
    return {
      kind: 'scalar',
      value: typeof value === 'bigint' ? Number(value) : (value as ScalarNode['value']),
      written: node.source ?? '',
      plain: node.type === 'PLAIN',
      position: value === null && fallback ? fallback : position,
    };
  }

  #map(
    pairs: readonly Pair<Node, Node | null>[],
    inline: boolean,
    depth: number,
    position: SourcePosition,
  ): MapNode {
    const entries = new Map<string, MapEntry>();
    for (const pair of pairs) {
      const keyPosition = pair.key?.range ? this.#at(pair.key.range[0]) : position;
      const key = keyOf(pair);
      const wrong = whatIsWrong(key, entries);
      if (wrong) this.#problems.add(keyPosition, wrong);
      if (key === undefined || wrong) continue;
      entries.set(key, { key, keyPosition, value: this.convert(pair.value, depth + 1, keyPosition) });
      if (this.#tooBig) break;
    }
    return { kind: 'map', entries, inline, position };
  }

  #alias(name: string, position: SourcePosition): YamlNode {
    const anchored = this.#anchors.get(name);
    if (!anchored) {
      this.#problems.add(position, said.unknownAlias(name));
      return empty(position);
    }
    this.#count(anchored.size, position);
    return anchored.node;
  }

  #count(nodes: number, position: SourcePosition): void {
    this.#size += nodes;
    this.#left.count -= nodes;
    if ((this.#size > MOST_NODES || this.#left.count < 0) && !this.#tooBig) {
      this.#refuse(position, said.tooManyNodes());
    }
  }

  /** Says why, and reads nothing further. */
  #refuse(position: SourcePosition, what: Said): ScalarNode {
    this.#problems.add(position, what);
    this.#tooBig = true;
    return empty(position);
  }
}

function keyOf({ key }: Pair<Node, Node | null>): string | undefined {
  return isScalar(key) && key.value !== null ? (key.source ?? String(key.value)) : undefined;
}

function whatIsWrong(key: string | undefined, others: ReadonlyMap<string, unknown>): Said | undefined {
  if (key === undefined) return said.keyNotText();
  if (key.length > MOST_TEXT) return said.textTooLong(MOST_TEXT);
  if (FORBIDDEN_KEYS.has(key)) return said.forbiddenKey(key);
  return others.has(key) ? said.duplicateKey(key) : undefined;
}

function empty(position: SourcePosition): ScalarNode {
  return { kind: 'scalar', value: null, written: '', plain: true, position };
}
