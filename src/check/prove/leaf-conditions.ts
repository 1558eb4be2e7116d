import type { Condition } from '../../model/condition.ts';

const LEAF_KINDS: ReadonlySet<unknown> = new Set(['answer', 'has', 'derived', 'same', 'fact', 'unverified']);

/** Every test that stands anywhere in a part of a flow, in the order met. */
export function leafConditionsIn(part: unknown): readonly Condition[] {
  const found: Condition[] = [];
  collect(part, found);
  return found;
}

function collect(part: unknown, found: Condition[]): void {
  if (typeof part !== 'object' || part === null) return;
  if (isLeaf(part)) found.push(part);
  for (const value of Object.values(part)) collect(value, found);
}

function isLeaf(part: object): part is Condition {
  return 'kind' in part && LEAF_KINDS.has(part.kind) && !('title' in part);
}
