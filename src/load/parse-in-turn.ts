import { ProblemList } from './problem-list.ts';
import type { TextFile } from './text-file.ts';
import { parseYaml } from './yaml-document.ts';
import type { YamlNode } from './yaml-node.ts';

/** Parses files before all else is known of them; leaves out those that are broken. */
export type ParseAhead = (files: readonly TextFile[]) => Promise<ReadonlyMap<TextFile, YamlNode>>;

/** Texts that several threads parse together; plain data. */
export interface TextsToParse {
  /** In the order in which they are begun. */
  readonly texts: readonly TextFile[];
  /** How many of them were begun. */
  readonly begun: Int32Array<SharedArrayBuffer>;
}

/** What was parsed of some texts, by index; undefined where one is broken. */
export type ParsedTexts = ReadonlyMap<number, YamlNode | undefined>;

/** Texts of which none was begun yet: the longest first, so that all threads end together. */
export function textsToParse(files: readonly TextFile[]): TextsToParse {
  const texts = files.toSorted((a, b) => b.text.length - a.text.length);
  return { texts, begun: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
}

/** Parses one text after another that no other thread has begun. */
export function parseInTurn({ texts, begun }: TextsToParse): ParsedTexts {
  const parsed = new Map<number, YamlNode | undefined>();
  for (;;) {
    const index = Atomics.add(begun, 0, 1);
    const text = texts[index];
    if (!text) return parsed;
    parsed.set(index, parseWhole(text));
  }
}

/** A text without any problem; one that has some is parsed again by who tells of them. */
function parseWhole(text: TextFile): YamlNode | undefined {
  const problems = new ProblemList();
  try {
    const node = parseYaml(text, problems);
    return problems.count > 0 ? undefined : node;
  } catch {
    return undefined;
  }
}
