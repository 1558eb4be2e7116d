import type { Span } from './style.ts';

/** How short facts may share a line. */
export interface Packing {
  /** The width of a line, in the unit of `measure`. */
  readonly room: number;
  /** What stands between two facts. */
  readonly gap: string;
  readonly measure: (spans: readonly Span[]) => number;
}

/** Facts side by side as long as each fits whole. */
export function packFacts(
  facts: readonly (readonly Span[])[],
  { room, gap, measure }: Packing,
): readonly Span[][] {
  const rows: Span[][] = [];
  let used = room;
  for (const fact of facts) {
    const width = measure(fact);
    const between = measure([{ text: gap }]);
    const row = rows.at(-1);
    if (row && used + between + width <= room) {
      row.push({ text: gap }, ...fact);
      used += between + width;
    } else {
      rows.push([...fact]);
      used = width;
    }
  }
  return rows;
}
