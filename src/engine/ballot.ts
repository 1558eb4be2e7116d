import type { Knowledge } from './knowledge.ts';
import type { Memory } from './remember.ts';

/** One of up to 32 things that hold, may hold, or do not, and all that this depends on. */
export interface Member {
  readonly slots: () => readonly number[];
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

/** So many times each member is asked by itself: to find who goes together takes longer than that. */
const ASKED_ALONE = 8;

/** Prepares to ask members together that depend on the same few questions. */
export function makeBallot(memory: Memory, members: readonly Member[]): Ballot {
  const numbered = members.map((member, index) => ({ member, bit: 1 << index }));
  const askAll = askEach(numbered);
  let groups: readonly Ballot[] | undefined;
  let asked = 0;
  return (knowledge, votes) => {
    votes.required = 0;
    votes.possible = 0;
    if (asked < ASKED_ALONE) {
      asked += 1;
      askAll(knowledge, votes);
      return;
    }
    groups ??= groupMembers(memory, numbered).map((group) => compileGroup(memory, group));
    for (const group of groups) group(knowledge, votes);
  };
}

interface Numbered {
  readonly bit: number;
  readonly member: Member;
}

function askEach(members: readonly Numbered[]): Ballot {
  return (knowledge, votes) => {
    for (const { bit, member } of members) {
      const status = member.status(knowledge);
      if (status !== 'absent') votes[status] |= bit;
    }
  };
}

interface Group {
  slots: readonly number[];
  readonly members: Numbered[];
}

/** Those that look at most come first; each joins a group that looks at most of the same. */
function groupMembers(memory: Memory, members: readonly Numbered[]): Group[] {
  const groups: Group[] = [];
  for (const one of members.toSorted((a, b) => b.member.slots().length - a.member.slots().length)) {
    const joined = groups.flatMap((group) => {
      const slots = union(group.slots, one.member.slots());
      const rows = rowsOf(memory, slots);
      return rows <= MOST_ROWS_TOGETHER ? [{ group, slots, grown: rows / rowsOf(memory, group.slots) }] : [];
    });
    const [best] = joined.sort((a, b) => a.grown - b.grown);
    if (best) {
      best.group.slots = best.slots;
      best.group.members.push(one);
    } else groups.push({ slots: one.member.slots(), members: [one] });
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
  const ask = askEach(members);
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
