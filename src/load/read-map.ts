import type { SourcePosition } from '../model/problem.ts';
import type { ProblemList } from './problem-list.ts';
import type { Reader } from './read-value.ts';
import { said } from './wording.ts';
import type { MapNode, YamlNode } from './yaml-node.ts';

/** Reads a map key by key; `finish` reports each key that nobody asked for. */
export class MapReader {
  readonly position: SourcePosition;
  readonly #map: MapNode;
  readonly #problems: ProblemList;
  readonly #known = new Set<string>();

  constructor(map: MapNode, problems: ProblemList, position = map.position) {
    this.#map = map;
    this.#problems = problems;
    this.position = position;
  }

  /** The value's node, if the key is there. */
  node(key: string): YamlNode | undefined {
    this.#known.add(key);
    return this.#map.entries.get(key)?.value;
  }

  has(key: string): boolean {
    return this.node(key) !== undefined;
  }

  /** Where the key stands, else where the map does. */
  at(key: string): SourcePosition {
    return this.#map.entries.get(key)?.keyPosition ?? this.position;
  }

  /** The value, if the key is there. */
  read<T>(key: string, read: Reader<T>): T | undefined {
    const node = this.node(key);
    return node && read(node, this.#problems);
  }

  /** The value; a missing key is a problem. */
  need<T>(key: string, read: Reader<T>): T | undefined {
    if (!this.has(key)) this.#problems.add(this.position, said.missingKey(key));
    return this.read(key, read);
  }

  /** Reports the keys that were not asked for. */
  finish(): void {
    for (const { key, keyPosition, value } of this.#map.entries.values()) {
      if (this.#known.has(key)) continue;
      const cut =
        this.#map.inline && value.kind === 'scalar' && value.value === null && /[^\p{ASCII}]/u.test(key);
      this.#problems.add(keyPosition, cut ? said.cutByComma(key) : said.unknownKey(key, this.#known));
    }
  }
}
