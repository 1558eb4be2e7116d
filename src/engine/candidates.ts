import type { Condition } from '../model/condition.ts';
import type { ItemKind } from '../model/flow.ts';
import type { AppliedFlow } from './apply-place.ts';
import { type PreparedItem, prepareItem } from './build-line.ts';
import type { CompiledFlow } from './compile-flow.ts';
import type { Knowledge } from './knowledge.ts';

/** An item that may be listed at an exit. */
export interface Candidate {
  readonly prepared: PreparedItem;
  /** A material of the same id: one id is one paper, and what must be brought is never said to be not needed. */
  readonly unless: PreparedItem | undefined;
}

/** As a checklist shows them: its sections one after another, each in file order. */
const KINDS: readonly ItemKind[] = ['step', 'material', 'not-needed', 'warning', 'note'];

const ofExits = new WeakMap<AppliedFlow, Map<string, readonly Candidate[]>>();

/** The items that may be listed at an exit, section by section; those of other exits are left out. */
export function candidatesAt(
  compiled: CompiledFlow,
  applied: AppliedFlow,
  exit: string,
): readonly Candidate[] {
  const byExit = ofExits.get(applied) ?? new Map<string, readonly Candidate[]>();
  ofExits.set(applied, byExit);
  const known = byExit.get(exit) ?? findCandidates(compiled, applied, exit);
  byExit.set(exit, known);
  return known;
}

function findCandidates(compiled: CompiledFlow, { items }: AppliedFlow, exit: string): readonly Candidate[] {
  const possible = items
    .filter(({ what }) => mayHoldAt(what.when, exit))
    .map((placed) => prepareItem(compiled, placed));
  const materials = new Map(
    possible.flatMap((one) => (one.item.kind === 'material' ? [[one.item.id, one] as const] : [])),
  );
  const ofKind = (kind: ItemKind) => possible.filter(({ item }) => item.kind === kind);
  return KINDS.flatMap(ofKind).map((prepared) => ({
    prepared,
    unless: prepared.item.kind === 'not-needed' ? materials.get(prepared.item.id) : undefined,
  }));
}

/** Whether nothing in a condition rules an exit out from the start. */
function mayHoldAt(when: Condition, exit: string): boolean {
  if (when.kind === 'outcome') return when.in.includes(exit);
  return when.kind !== 'all' || when.of.every((part) => mayHoldAt(part, exit));
}

/** Whether a candidate is listed, and how. */
export function statusOfCandidate({ prepared, unless }: Candidate, knowledge: Knowledge) {
  return unless && unless.status(knowledge) !== 'absent' ? 'absent' : prepared.status(knowledge);
}
