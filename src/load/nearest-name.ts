const LONGEST = 64;

/** The known name that was probably meant, or undefined where none is near. */
export function nearestName(given: string, known: Iterable<string>): string | undefined {
  if (given.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    const allowed = Math.max(1, Math.floor(Math.max(given.length, name.length) / 3));
    const limit = Math.min(bestDistance, allowed + 1);
    if (name === given || Math.abs(name.length - given.length) >= limit) continue;
    const distance = editDistance(given, name);
    if (distance < limit) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/** How many characters to insert, delete, replace or swap with the next to turn one word into the other. */
export function editDistance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let distance = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) distance = Math.min(distance, (beforeLast[column - 2] ?? 0) + 1);
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
