/** Codes that a test names -> codes that stand for it. */
export type CodesFor = ReadonlyMap<string, readonly string[]>;

/** A part of a flow in which every test of a place names the codes that stand for the ones it named. */
export function rewriteCodes<T>(part: T, codesFor: CodesFor): T {
  return codesFor.size === 0 ? part : (rewrite(part, codesFor) as T);
}

function rewrite(part: unknown, codesFor: CodesFor): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one) => rewrite(one, codesFor));
  const entries = Object.entries(part).map(([key, value]) => [key, rewrite(value, codesFor)] as const);
  const { kind, test, ...copy }: Record<string, unknown> = Object.fromEntries(entries);
  if (kind !== 'answer' || !isLiterals(test))
    return { ...copy, ...('kind' in part ? { kind } : {}), ...('test' in part ? { test } : {}) };
  return {
    ...copy,
    kind,
    test: { in: test.in.flatMap((one): readonly (string | number)[] => codesFor.get(String(one)) ?? [one]) },
  };
}

function isLiterals(test: unknown): test is { readonly in: readonly (string | number)[] } {
  return typeof test === 'object' && test !== null && 'in' in test && Array.isArray(test.in);
}
