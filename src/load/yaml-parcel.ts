import type { SourcePosition } from '../model/problem.ts';
import type { MapEntry, ScalarNode, YamlNode } from './yaml-node.ts';

type Value = ScalarNode['value'];

/** A node as two flat lists: a thread hands it to another in a tenth of the time that nodes take. */
export interface YamlParcel {
  readonly numbers: Int32Array;
  /** Each once: keys, texts as written, and what they mean where that is something else. */
  readonly values: readonly Value[];
}

const Kind = { Scalar: 0, Plain: 1, List: 2, InlineList: 3, Map: 4, InlineMap: 5 } as const;

/** Packs a node and all that is under it. What an alias shares is packed each time. */
export function packYaml(node: YamlNode): YamlParcel {
  const numbers: number[] = [];
  const places = new Map<Value, number>();
  const put = (value: Value): void => {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    numbers.push(place);
  };
  const pack = (one: YamlNode): void => {
    const { line, column } = one.position;
    numbers.push(kindOf(one), line, column);
    if (one.kind === 'scalar') {
      put(one.written);
      put(one.value);
    } else if (one.kind === 'list') {
      numbers.push(one.items.length);
      one.items.forEach(pack);
    } else {
      numbers.push(one.entries.size);
      for (const { key, keyPosition, value } of one.entries.values()) {
        put(key);
        numbers.push(keyPosition.line, keyPosition.column);
        pack(value);
      }
    }
  };
  pack(node);
  return { numbers: Int32Array.from(numbers), values: [...places.keys()] };
}

function kindOf(node: YamlNode): number {
  if (node.kind === 'scalar') return node.plain ? Kind.Plain : Kind.Scalar;
  if (node.kind === 'list') return node.inline ? Kind.InlineList : Kind.List;
  return node.inline ? Kind.InlineMap : Kind.Map;
}

/** The node that was packed, of the file of this name. */
export function unpackYaml({ numbers, values }: YamlParcel, file: string): YamlNode {
  let at = 0;
  const number = (): number => numbers[at++] ?? 0;
  const value = (): Value => values[number()] ?? null;
  const position = (): SourcePosition => ({ file, line: number(), column: number() });
  const entry = (): MapEntry => ({ key: String(value()), keyPosition: position(), value: unpack() });
  const times = <T>(make: () => T): T[] => Array.from({ length: number() }, make);
  const unpack = (): YamlNode => {
    const kind = number();
    const own = position();
    if (kind === Kind.Scalar || kind === Kind.Plain) {
      const written = String(value());
      return { kind: 'scalar', value: value(), written, plain: kind === Kind.Plain, position: own };
    }
    if (kind === Kind.List || kind === Kind.InlineList) {
      return { kind: 'list', items: times(unpack), inline: kind === Kind.InlineList, position: own };
    }
    const entries = new Map(times(entry).map((one) => [one.key, one]));
    return { kind: 'map', entries, inline: kind === Kind.InlineMap, position: own };
  };
  return unpack();
}
