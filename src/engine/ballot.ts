import type { Knowledge } from './knowledge.ts';
import type { Memory } from './remember.ts';
import { rowsOf, Table } from './table.ts';

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

/** Where a path came out: what is known there, and the same by codes. It may take time to say the first. */
export interface End {
  readonly codes: readonly number[];
  readonly knowledge: Knowledge;
}

/** So many members have a bit. */
export const MOST_MEMBERS = 32;

/** Members are asked together as long as there are no more rows of states than this to remember. */
const MOST_ROWS_TOGETHER = 512;

/** So many times each member is asked by itself: to find who goes together takes longer than that. */
const ASKED_ALONE = 8;

/** Up to 32 members, asked a few at a time: what those say together that look at the same is remembered. */
export class Ballot {
  readonly #memory: Memory;
  readonly #members: readonly Numbered[];
  #groups: readonly Group[] | undefined;
  #asked = 0;

  constructor(memory: Memory, members: readonly Member[]) {
    this.#memory = memory;
    this.#members = members.map((member, index) => ({ member, bit: 1 << index }));
  }

  ask(end: End, votes: Votes): void {
    votes.required = 0;
    votes.possible = 0;
    const groups = this.#groups ?? this.#askAlone(end, votes);
    for (const group of groups) {
      const own = group.known.find(end.codes) ?? askGroup(group, end);
      votes.required |= own.required;
      votes.possible |= own.possible;
    }
  }

  #askAlone(end: End, votes: Votes): readonly Group[] {
    if (this.#asked < ASKED_ALONE) {
      this.#asked += 1;
      askEach(this.#members, end.knowledge, votes);
      return [];
    }
    this.#groups = groupMembers(this.#memory, this.#members);
    return this.#groups;
  }
}

interface Numbered {
  readonly bit: number;
  readonly member: Member;
}

/** Members that look at much the same, and what they said. */
interface Group {
  readonly members: readonly Numbered[];
  readonly known: Table<Readonly<Votes>>;
}

function askGroup({ members, known }: Group, { codes, knowledge }: End): Readonly<Votes> {
  const votes: Votes = { required: 0, possible: 0 };
  askEach(members, knowledge, votes);
  known.keep(codes, votes);
  return votes;
}

function askEach(members: readonly Numbered[], knowledge: Knowledge, votes: Votes): void {
  for (const { bit, member } of members) {
    const status = member.status(knowledge);
    if (status !== 'absent') votes[status] |= bit;
  }
}

/** Those that look at most come first; each joins a group that looks at most of the same. */
function groupMembers(memory: Memory, members: readonly Numbered[]): Group[] {
  const groups: { slots: readonly number[]; readonly members: Numbered[] }[] = [];
  for (const one of members.toSorted((a, b) => b.member.slots().length - a.member.slots().length)) {
    const joined = groups.flatMap((group) => {
      const slots = union(group.slots, one.member.slots());
      const grown = rowsOf(memory, slots) / rowsOf(memory, group.slots);
      return grown === 1 || rowsOf(memory, slots) <= MOST_ROWS_TOGETHER ? [{ group, slots, grown }] : [];
    });
    const [best] = joined.sort((a, b) => a.grown - b.grown);
    if (best) {
      best.group.slots = best.slots;
      best.group.members.push(one);
    } else groups.push({ slots: one.member.slots(), members: [one] });
  }
  return groups.map(({ slots, members: own }) => ({ members: own, known: new Table(memory, slots) }));
}

function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}
