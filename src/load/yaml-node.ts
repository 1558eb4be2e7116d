import type { SourcePosition } from '../model/problem.ts';

/** A scalar as YAML 1.2 reads it, with the characters that were written. */
export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** As written; for numbers that should have been quoted. */
  readonly written: string;
  /** Written without quotes. */
  readonly plain: boolean;
  readonly position: SourcePosition;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  /** Written as `[a, b]`. */
  readonly inline: boolean;
  readonly position: SourcePosition;
}

/** A key and its value. */
export interface MapEntry {
  readonly key: string;
  readonly keyPosition: SourcePosition;
  readonly value: YamlNode;
}

export interface MapNode {
  readonly kind: 'map';
  /** In file order; keys are unique and never `__proto__` or the like. */
  readonly entries: ReadonlyMap<string, MapEntry>;
  /** Written as `{ a: b }`. */
  readonly inline: boolean;
  readonly position: SourcePosition;
}

/** YAML as plain data that knows where each part stands. */
export type YamlNode = ScalarNode | ListNode | MapNode;
