import type { Knowledge } from './knowledge.ts';
import type { Memory } from './remember.ts';

/** One of up to 32 things that hold, may hold, or do not, and all that this depends on. */
export interface Member {
  readonly slots: readonly number[];
  readonly status: (knowledge: Knowledge) => 'required' | 'possible' | 'absent';
}

/** The members that hold and those that may, as bits by their place in the ballot. */
export interface Votes {
  required: number;
  possible: number;
}

/** Up to 32 members, asked a few at a time: what some of them say together is remembered. */
export type Ballot = (knowledge: Knowledge, votes: Votes) => void;

/** So many members have a bit. */
export const MOST_MEMBERS = 32;

/** Members are asked together as long as there are no more rows of states than this to remember. */
const MOST_ROWS_TOGETHER = 512;
/** One that looks at so much that it has more rows than this is asked each time. */
const MOST_ROWS = 2048;

/** Prepares to ask members together that depend on the same few questions. */
export function makeBallot(memory: Memory, members: readonly Member[]): Ballot {
  const groups = groupMembers(memory, members).map((group) => compileGroup(memory, group));
  return (knowledge, votes) => {
    votes.required = 0;
    votes.possible = 0;
    for (const group of groups) group(knowledge, votes);
  };
}

interface Group {
  slots: readonly number[];
  readonly members: { readonly bit: number; readonly member: Member }[];
}

/** Those that look at most come first; each joins a group that looks at most of the same. */
function groupMembers(memory: Memory, members: readonly Member[]): Group[] {
  const groups: Group[] = [];
  const numbered = members.map((member, index) => ({ member, bit: 1 << index }));
  for (const one of numbered.sort((a, b) => b.member.slots.length - a.member.slots.length)) {
    const joined = groups.flatMap((group) => {
      const slots = union(group.slots, one.member.slots);
      const rows = rowsOf(memory, slots);
      return rows <= MOST_ROWS_TOGETHER ? [{ group, slots, grown: rows / rowsOf(memory, group.slots) }] : [];
    });
    const [best] = joined.sort((a, b) => a.grown - b.grown);
    if (best) {
      best.group.slots = best.slots;
      best.group.members.push(one);
    } else groups.push({ slots: one.member.slots, members: [one] });
  }
  return groups;
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

function rowsOf({ numbering }: Memory, slots: readonly number[]): number {
  return slots.reduce((product, slot) => product * (numbering.sizes[slot] ?? 1), 1);
}

function compileGroup(memory: Memory, { slots, members }: Group): Ballot {
  const ask: Ballot = (knowledge, votes) => {
    for (const { bit, member } of members) {
      const status = member.status(knowledge);
      if (status !== 'absent') votes[status] |= bit;
    }
  };
  return rowsOf(memory, slots) <= MOST_ROWS ? rememberVotes(memory, slots, ask) : ask;
}

function rememberVotes(memory: Memory, slots: readonly number[], ask: Ballot): Ballot {
  const sizes = slots.map((slot) => memory.numbering.sizes[slot] ?? 1);
  const count = slots.length;
  const known: (Votes | undefined)[] = [];
  const forget = () => {
    known.length = 0;
  };
  return (knowledge, votes) => {
    const { codes } = knowledge;
    if (!codes) return ask(knowledge, votes);
    let row = 0;
    for (let at = 0; at < count; at++) row = row * (sizes[at] ?? 1) + (codes[slots[at] ?? 0] ?? 0);
    let own = known[row];
    if (own === undefined) {
      own = { required: 0, possible: 0 };
      ask(knowledge, own);
      memory.count(forget);
      known[row] = own;
    }
    votes.required |= own.required;
    votes.possible |= own.possible;
  };
}
