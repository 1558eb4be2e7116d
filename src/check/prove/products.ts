/** Every choice of one from each list. */
export function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
  let rows: readonly (readonly T[])[] = [[]];
  for (const list of lists) rows = rows.flatMap((row) => list.map((one) => [...row, one]));
  return rows;
}

/** Every nth of those choices, of which there are so many. */
export function everyNth<T>(
  lists: readonly (readonly T[])[],
  combinations: number,
  step: number,
): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(combinations / step) }, (_, nth) => {
    let rest = nth * step;
    return lists.map((list) => {
      const chosen = list[rest % list.length];
      rest = Math.floor(rest / list.length);
      // An empty list leaves no combination, so there is a choice; it may itself be undefined.
      return chosen as T;
    });
  });
}
