import type { ChecklistItem } from '../model/checklist.ts';
import type { Condition } from '../model/condition.ts';
import type { DecidedItem } from '../model/decided.ts';
import type { ItemKind } from '../model/flow.ts';
import { late } from '../model/late.ts';
import type { AppliedFlow } from './apply-place.ts';
import { Ballot, type End, type Member, MOST_MEMBERS, type Votes } from './ballot.ts';
import { type PreparedItem, prepareItem } from './build-line.ts';
import type { CompiledFlow } from './compile-flow.ts';

/** A line of the checklist, with the status that it has. */
export interface Listed {
  readonly prepared: PreparedItem;
  readonly status: ChecklistItem['status'];
}

/** Up to 32 lines that a checklist may have, as each status would make them. */
interface Block<T> {
  readonly required: readonly T[];
  readonly possible: readonly T[];
  readonly ballot: Ballot;
}

/** All lines that may be listed at an exit, in the order of a checklist. */
export interface Candidates {
  readonly lines: readonly Block<Listed>[];
  /** The same by id alone. */
  readonly decided: readonly Block<DecidedItem>[];
}

/** As a checklist shows them: its sections one after another, each in file order. */
const KINDS: readonly ItemKind[] = ['step', 'material', 'not-needed', 'warning', 'note'];

/** The lines that these candidates come to. */
export function chooseListed<T>(blocks: readonly Block<T>[], end: End): T[] {
  const listed: T[] = [];
  const votes: Votes = { required: 0, possible: 0 };
  for (const { required, possible, ballot } of blocks) {
    ballot.ask(end, votes);
    for (let bits = votes.required | votes.possible; bits !== 0; bits &= bits - 1) {
      const index = 31 - Math.clz32(bits & -bits);
      const one = (votes.required & (1 << index) ? required : possible)[index];
      if (one !== undefined) listed.push(one);
    }
  }
  return listed;
}

const ofExits = new WeakMap<AppliedFlow, Map<string, Candidates>>();

/** The items that may be listed at an exit; those of other exits are left out. */
export function candidatesAt(compiled: CompiledFlow, applied: AppliedFlow, exit: string): Candidates {
  const byExit = ofExits.get(applied) ?? new Map<string, Candidates>();
  ofExits.set(applied, byExit);
  const known = byExit.get(exit) ?? makeCandidates(compiled, applied, exit);
  byExit.set(exit, known);
  return known;
}

function makeCandidates(compiled: CompiledFlow, { items }: AppliedFlow, exit: string): Candidates {
  const possible = items
    .filter(({ what }) => mayHoldAt(what.when, exit))
    .map((placed) => prepareItem(compiled, placed));
  const materials = new Map(
    possible.flatMap((one) => (one.item.kind === 'material' ? [[one.item.id, one] as const] : [])),
  );
  const inOrder = KINDS.flatMap((kind) => possible.filter(({ item }) => item.kind === kind));
  const parts = Array.from({ length: Math.ceil(inOrder.length / MOST_MEMBERS) }, (_, number) => {
    const own = inOrder.slice(number * MOST_MEMBERS, (number + 1) * MOST_MEMBERS);
    const members = own.map((one) => memberFor(compiled, one, materials.get(one.item.id)));
    return { own, ballot: new Ballot(compiled.memory, members) };
  });
  const blocks = <T>(make: (one: PreparedItem, status: ChecklistItem['status']) => T) =>
    parts.map(({ own, ballot }) => ({
      ballot,
      required: own.map((one) => make(one, 'required')),
      possible: own.map((one) => make(one, 'possible')),
    }));
  return {
    lines: blocks((prepared, status) => ({ prepared, status })),
    decided: blocks(({ item: { kind, id } }, status) => Object.freeze({ kind, id, status })),
  };
}

/** One id is one paper: what must be brought is never said to be not needed. */
function memberFor(
  { numbering }: CompiledFlow,
  { item, slots, status }: PreparedItem,
  material: PreparedItem | undefined,
): Member {
  const unless = item.kind === 'not-needed' ? material : undefined;
  const allSlots = () => {
    const all = new Set([...slots(), ...(unless?.slots() ?? [])]);
    // The exit is the same for all candidates.
    all.delete(numbering.exitSlot);
    return [...all].sort((a, b) => a - b);
  };
  return {
    slots: late(allSlots),
    status: unless ? (known) => (unless.status(known) === 'absent' ? status(known) : 'absent') : status,
  };
}

/** Whether nothing in a condition rules an exit out from the start. */
function mayHoldAt(when: Condition, exit: string): boolean {
  if (when.kind === 'outcome') return when.in.includes(exit);
  return when.kind !== 'all' || when.of.every((part) => mayHoldAt(part, exit));
}
