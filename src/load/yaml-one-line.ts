import type { SourcePosition } from '../model/problem.ts';
import { DEEPEST_NESTING, MOST_ENTRIES, MOST_TEXT } from './limits.ts';
import type { Line } from './yaml-lines.ts';
import type { ListNode, MapEntry, MapNode, ScalarNode, YamlNode } from './yaml-node.ts';

/** Thrown where a text is written in another way than simple YAML, or is wrong. */
export class NotSimple extends Error {
  override readonly name = 'NotSimple';
}

/** Leaves the text to what reads all of YAML. */
export function leave(): never {
  throw new NotSimple();
}

// A plain text may begin with other signs too, which are rare. What ends one differs within brackets.
const START = '[^\\s!"#%&\'*,\\-:>?@[\\]`{|}]';
const PLAIN_KEY = new RegExp(`(${START}[^:#]*):(?= |$)`, 'y');
const PLAIN_KEY_IN_BRACKETS = new RegExp(`(${START}[^,:#[\\]{}]*):(?= )`, 'y');
const PLAIN_IN_BRACKETS = new RegExp(`(?:${START}|-(?=\\d))(?:[^,:#[\\]{}]|:(?![ ,[\\]{}]|$)|(?<! )#)*`, 'y');
const BEGINS_PLAIN = new RegExp(`${START}|-(?=[^ ])`, 'y');
const QUOTED = /"([^"\\]*)"|'([^']*)'/y;
const QUOTED_KEY = /(?:"([^"\\]*)"|'([^']*)'):(?= |$)/y;
/** Nothing more on this line but a comment. */
const END = / *(?: #.*)?$/sy;

/** Longer ones YAML wants to be marked as keys. */
const MOST_KEY = 1000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const NUMBER_START = /^[-+.\d]/;
const WHOLE = /^[-+]?\d+$/;
const DECIMAL = /^[-+]?\d+\.\d+$/;
/** Other ways to write numbers. */
const ODD_NUMBER = /^(?:0[ox][\da-f]+|[-+]?(?:\.\d+|\d+\.?\d*)(?:e[-+]?\d+)?|[-+]?\.(?:inf|nan))$/i;
const NOTHING = /^(?:~|null)$/i;
const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/** A key, and where its value may begin. */
interface KeyAt {
  readonly key: string;
  readonly keyPosition: SourcePosition;
  readonly end: number;
}

/** Reads what stands on one line: keys, texts, and lists and maps in brackets. */
export class LineReader {
  readonly #path: string;
  #line: Line = { text: '', number: 0, indent: 0 };
  #at = 0;
  /** How many nodes were read. */
  size = 0;

  constructor(path: string) {
    this.#path = path;
  }

  /** Counts a node that begins here, and says where that is. */
  begin({ number }: Line, column: number): SourcePosition {
    this.size++;
    return { file: this.#path, line: number, column: column + 1 };
  }

  isKey({ text }: Line, column: number, plain = PLAIN_KEY): boolean {
    return matchAt(plain, text, column) !== undefined || matchAt(QUOTED_KEY, text, column) !== undefined;
  }

  keyAt({ text, number }: Line, column: number, plain = PLAIN_KEY): KeyAt {
    const match = matchAt(plain, text, column) ?? matchAt(QUOTED_KEY, text, column) ?? leave();
    const [whole, first = '', second = ''] = match;
    const key = first || second;
    const isWrong = key === '' || key.endsWith(' ') || NOTHING.test(key) || FORBIDDEN_KEYS.has(key);
    if (isWrong || key.length > MOST_KEY) leave();
    const keyPosition = { file: this.#path, line: number, column: column + 1 };
    return { key, keyPosition, end: column + whole.length };
  }

  /** The value that takes up the rest of the line. */
  valueAt(line: Line, column: number, depth: number): YamlNode {
    const first = line.text[column] ?? '';
    if (!'{["\''.includes(first)) return this.#plain(line, column);
    this.#line = line;
    this.#at = column;
    const node = this.#inBrackets(depth);
    if (!matchAt(END, line.text, this.#at)) leave();
    return node;
  }

  /** No value at all. */
  nothing(position: SourcePosition): ScalarNode {
    this.size++;
    return { kind: 'scalar', value: null, written: '', plain: true, position };
  }

  /** A text without quotes, to the end of the line or a comment. */
  #plain(line: Line, column: number): ScalarNode {
    const { text } = line;
    if (!matchAt(BEGINS_PLAIN, text, column)) leave();
    const comment = text.indexOf(' #', column);
    const written = withoutSpaces(text.slice(column, comment < 0 ? undefined : comment));
    if (written.endsWith(':') || written.includes(': ')) leave();
    return this.#scalar(written, true, this.begin(line, column));
  }

  #scalar(written: string, plain: boolean, position: SourcePosition): ScalarNode {
    if (written.length > MOST_TEXT) leave();
    return { kind: 'scalar', value: plain ? meaningOf(written) : written, written, plain, position };
  }

  /** A value on one line, from where we stand. */
  #inBrackets(depth: number): YamlNode {
    const { text } = this.#line;
    const first = text[this.#at];
    if (depth > DEEPEST_NESTING) leave();
    if (first === '[') return this.#listInBrackets(depth);
    if (first === '{') return this.#mapInBrackets(depth);
    const position = this.begin(this.#line, this.#at);
    const quoted = matchAt(QUOTED, text, this.#at);
    const plain = quoted ? undefined : (matchAt(PLAIN_IN_BRACKETS, text, this.#at) ?? leave());
    this.#at += (quoted ?? plain)?.[0].length ?? 0;
    if (quoted) return this.#scalar(quoted[1] ?? quoted[2] ?? '', false, position);
    return this.#scalar(withoutSpaces(plain?.[0] ?? ''), true, position);
  }

  #listInBrackets(depth: number): ListNode {
    const position = this.begin(this.#line, this.#at);
    const items: YamlNode[] = [];
    this.#eachUntil(']', () => {
      const isPair = this.isKey(this.#line, this.#at, PLAIN_KEY_IN_BRACKETS);
      items.push(isPair ? this.#pair(depth + 1) : this.#inBrackets(depth + 1));
    });
    return { kind: 'list', items, inline: true, position };
  }

  /** A map of one key within a list, which needs no braces. */
  #pair(depth: number): MapNode {
    const position = this.begin(this.#line, this.#at);
    const entries = new Map<string, MapEntry>();
    this.#entry(entries, depth + 1);
    return { kind: 'map', entries, inline: true, position };
  }

  #mapInBrackets(depth: number): MapNode {
    const position = this.begin(this.#line, this.#at);
    const entries = new Map<string, MapEntry>();
    this.#eachUntil('}', () => this.#entry(entries, depth + 1));
    return { kind: 'map', entries, inline: true, position };
  }

  #entry(entries: Map<string, MapEntry>, depth: number): void {
    const { key, keyPosition, end } = this.keyAt(this.#line, this.#at, PLAIN_KEY_IN_BRACKETS);
    if (entries.has(key)) leave();
    this.#at = end;
    this.#skipSpaces();
    entries.set(key, { key, keyPosition, value: this.#inBrackets(depth) });
  }

  /** Reads the parts between brackets, a comma between two of them, and goes on behind the closing one. */
  #eachUntil(closing: string, readPart: () => void): void {
    const { text } = this.#line;
    let count = 0;
    do {
      this.#at++;
      this.#skipSpaces();
      if (count === 0 && text[this.#at] === closing) break;
      readPart();
      this.#skipSpaces();
      if (++count > MOST_ENTRIES) leave();
    } while (text[this.#at] === ',');
    if (text[this.#at] !== closing) leave();
    this.#at++;
  }

  #skipSpaces(): void {
    while (this.#line.text[this.#at] === ' ') this.#at++;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Only these spaces: others belong to the text. */
function withoutSpaces(text: string): string {
  return text.endsWith(' ') ? text.replace(/ +$/, '') : text;
}

/** What YAML 1.2 takes a text without quotes for. */
function meaningOf(written: string): string | number | boolean {
  if (NUMBER_START.test(written)) {
    if (WHOLE.test(written)) return Number.parseInt(written, 10);
    if (DECIMAL.test(written)) return Number.parseFloat(written);
    return ODD_NUMBER.test(written) ? leave() : written;
  }
  return NOTHING.test(written) ? leave() : (FLAGS.get(written) ?? written);
}
