/** Something that can be called by several names. */
export interface Named<T> {
  readonly what: T;
  readonly names: readonly string[];
}

/** How far a slip of the fingers goes: one letter of two, two of six; a single letter is no slip of another. */
function reach(typed: string): number {
  const letters = [...typed].length;
  return letters < 6 ? Math.min(1, letters - 1) : 2;
}

/** What has the name nearest to what was typed, if any is near. It is only ever suggested. */
export function nearestName<T>(typed: string, all: readonly Named<T>[]): T | undefined {
  let best: { what: T; distance: number } | undefined;
  for (const { what, names } of all) {
    for (const name of names) {
      const distance = editDistance(typed, name);
      if (distance <= reach(typed) && (!best || distance < best.distance)) best = { what, distance };
    }
  }
  return best?.what;
}

/** The fewest insertions, deletions, replacements and swaps of neighbours that turn one text into another. */
export function editDistance(a: string, b: string): number {
  const [from, to] = [[...a.slice(0, LONGEST)], [...b.slice(0, LONGEST)]];
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of from.entries()) {
    const current = [row + 1];
    for (const [column, other] of to.entries()) {
      const replaced = (last[column] ?? 0) + (letter === other ? 0 : 1);
      const stepped = Math.min(last[column + 1] ?? 0, current[column] ?? 0) + 1;
      const isSwap = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === other;
      const swapped = isSwap ? (beforeLast[column - 1] ?? 0) + 1 : stepped;
      current.push(Math.min(replaced, stepped, swapped));
    }
    [beforeLast, last] = [last, current];
  }
  return last[to.length] ?? 0;
}

/** Longer texts are no slip of a name, and would cost time. */
const LONGEST = 40;
