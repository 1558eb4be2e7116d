import { DEEPEST_NESTING, MOST_CHARACTERS, MOST_ENTRIES, MOST_NODES } from './limits.ts';
import type { TextFile } from './text-file.ts';
import { contentLines, type Line } from './yaml-lines.ts';
import type { ListNode, MapEntry, MapNode, YamlNode } from './yaml-node.ts';
import { LineReader, leave, NotSimple } from './yaml-one-line.ts';

/** How many nodes may still be read; several files may share it. */
export interface NodesLeft {
  count: number;
}

/**
 * Reads YAML as flows and answers are nearly always written: maps and lists by indentation, lists in `[]`
 * and maps in `{}` on one line, plain and quoted texts that end where their line does, comments. Undefined
 * for whatever else YAML has and for all that is wrong or too much: what reads all of YAML is to read it
 * then, and to say what is wrong. What is read here is read as it is there, ten times as fast.
 */
export function readSimpleYaml(
  { path, text }: TextFile,
  left: NodesLeft = { count: MOST_NODES },
): YamlNode | undefined {
  const lines = text.length > MOST_CHARACTERS ? undefined : contentLines(text);
  if (!lines) return undefined;
  const reader = new BlockReader(path, lines);
  const node = reader.tryRead();
  if (!node || reader.size > Math.min(MOST_NODES, left.count)) return undefined;
  left.count -= reader.size;
  return node;
}

const BRACKETS = new Set<string | undefined>(['[', '{']);

/** Reads maps and lists that are written by indentation. */
class BlockReader {
  readonly #lines: readonly Line[];
  readonly #values: LineReader;
  #row = 0;

  constructor(path: string, lines: readonly Line[]) {
    this.#lines = lines;
    this.#values = new LineReader(path);
  }

  /** How many nodes were read. */
  get size(): number {
    return this.#values.size;
  }

  /** The whole text; undefined where it is not simple. */
  tryRead(): YamlNode | undefined {
    try {
      const node = this.#block(this.#lines[0]?.indent ?? leave(), 0);
      return this.#row === this.#lines.length ? node : undefined;
    } catch (error) {
      if (error instanceof NotSimple) return undefined;
      throw error;
    }
  }

  /** The map or list that begins on this line, at this column; one in brackets is all of the line. */
  #block(column: number, depth: number): YamlNode {
    const line = this.#lines[this.#row];
    if (!line || depth > DEEPEST_NESTING) leave();
    if (isItem(line, column)) return this.#list(column, depth);
    if (!BRACKETS.has(line.text[column])) return this.#map(line, column, depth);
    this.#row++;
    return this.#values.valueAt(line, column, depth);
  }

  #list(column: number, depth: number): ListNode {
    const items: YamlNode[] = [];
    const position = this.#values.begin(this.#lines[this.#row] ?? leave(), column);
    for (let line = this.#lineAt(column); line && isItem(line, column); line = this.#lineAt(column)) {
      items.push(this.#item(line, afterSpaces(line.text, column + 1), depth + 1));
      if (items.length > MOST_ENTRIES) leave();
    }
    return { kind: 'list', items, inline: false, position };
  }

  /** What stands behind a dash: the first line of a map, or a value on this one line. */
  #item(line: Line, column: number, depth: number): YamlNode {
    if (isItem(line, column)) leave();
    if (this.#values.isKey(line, column)) return this.#map(line, column, depth);
    this.#row++;
    return this.#values.valueAt(line, column, depth);
  }

  #map(first: Line, column: number, depth: number): MapNode {
    const entries = new Map<string, MapEntry>();
    const position = this.#values.begin(first, column);
    for (let line: Line | undefined = first; line; line = this.#lineAt(column)) {
      if (isItem(line, column)) break;
      const { key, keyPosition, end } = this.#values.keyAt(line, column);
      if (entries.has(key)) leave();
      const value = this.#valueOf(line, afterSpaces(line.text, end), column, depth + 1);
      // Nothing is written: that is told where the key stands.
      entries.set(key, { key, keyPosition, value: value ?? this.#values.nothing(keyPosition) });
      if (entries.size > MOST_ENTRIES) leave();
    }
    return { kind: 'map', entries, inline: false, position };
  }

  /** What stands behind a key, or on the lines under it; a list need not be indented. */
  #valueOf(line: Line, at: number, column: number, depth: number): YamlNode | undefined {
    this.#row++;
    if (at < line.text.length && line.text[at] !== '#') return this.#values.valueAt(line, at, depth);
    const next = this.#lines[this.#row];
    if (!next || next.indent < column) return undefined;
    if (next.indent === column && !isItem(next, column)) return undefined;
    return this.#block(next.indent, depth);
  }

  /** The next line, where it begins at this column; one further in goes on with a text, or is wrong. */
  #lineAt(column: number): Line | undefined {
    const line = this.#lines[this.#row];
    if (line && line.indent > column) {
      // The first item's own line begins before its map does.
      leave();
    }
    return line?.indent === column ? line : undefined;
  }
}

/** Whether a list's item begins here. */
function isItem({ text }: Line, column: number): boolean {
  return text[column] === '-' && (text[column + 1] === ' ' || column + 1 === text.length);
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ') at++;
  return at;
}
