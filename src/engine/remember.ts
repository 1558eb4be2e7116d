import { Code, MOST_STATES, type Numbering } from './numbering.ts';

/*
 * What the engine remembers, and why it may. A line of a checklist, a reason, the truth of a condition:
 * each depends on the states of a few questions, the day and perhaps the exit, and on nothing else. The
 * flow tells which (its slots), so each is worked out once for every row of numbers in these slots and
 * then found again. Forgetting changes nothing but time, so memory is bounded by forgetting all at once.
 */

/** Bounds what is remembered for one flow: when it is full, all of it is forgotten. */
export interface Memory {
  readonly numbering: Numbering;
  /** Makes room for one more result; `forget` drops it with all that is kept where it is kept. */
  readonly count: (forget: () => void) => void;
}

/** Some kinds of results are large and some small; this many of them together stay below some 50 MB. */
const MOST_KEPT = 12_000;

/** An empty memory. */
export function makeMemory(numbering: Numbering): Memory {
  const inUse = new Set<() => void>();
  let kept = 0;
  return {
    numbering,
    count: (forget) => {
      if (kept >= MOST_KEPT) {
        for (const one of inUse) one();
        inUse.clear();
        kept = 0;
      }
      inUse.add(forget);
      kept += 1;
    },
  };
}

/** What is known, by number; without numbers where it is only supposed. */
interface Numbered {
  readonly codes: readonly number[] | undefined;
}

/** Gives `make` of what is known, worked out once for all that agrees in these slots. */
export function remember<Known extends Numbered, T extends object | string>(
  memory: Memory,
  slots: readonly number[],
  make: (known: Known) => T,
): (known: Known) => T {
  const keyOf = compileKey(memory.numbering, slots);
  const results = new Map<number, T>();
  const forget = () => results.clear();
  return (known) => {
    const key = keyOf(known.codes);
    if (key < 0) return make(known);
    const before = results.get(key);
    if (before !== undefined) return before;
    const made = make(known);
    memory.count(forget);
    results.set(key, made);
    return made;
  };
}

/** One number for the states in some slots; below 0 where they have none. */
function compileKey(
  { sizes }: Numbering,
  slots: readonly number[],
): (codes: readonly number[] | undefined) => number {
  const factors = slots.map((slot) => sizes[slot] ?? 0);
  // Larger numbers are not exact.
  if (factors.reduce((product, size) => product * size, 1) > Number.MAX_SAFE_INTEGER) return () => Code.None;
  return (codes) => {
    if (!codes) return Code.None;
    let key = 0;
    for (let index = 0; index < slots.length; index++) {
      const code = codes[slots[index] ?? -1] ?? Code.None;
      if (code < 0) return Code.None;
      key = key * (factors[index] ?? 0) + code;
    }
    return key;
  };
}

/** Tables larger than this are not made; no question whose values may run out of numbers is in one. */
const LARGEST_TABLE = MOST_STATES / 2;

/** Gives `make` of what is known, from a table where the slots have few enough states; as `remember` otherwise. */
export function tabulate<Known extends Numbered, T extends object | string>(
  memory: Memory,
  slots: readonly number[],
  make: (known: Known) => T,
): (known: Known) => T {
  const sizes = slots.map((slot) => memory.numbering.sizes[slot] ?? 0);
  const size = sizes.reduce((product, one) => product * one, 1);
  if (size > LARGEST_TABLE) return remember(memory, slots, make);
  const results = new Array<T | undefined>(size).fill(undefined);
  return (known) => {
    const { codes } = known;
    if (!codes) return make(known);
    let index = 0;
    for (let at = 0; at < slots.length; at++) {
      index = index * (sizes[at] ?? 0) + (codes[slots[at] ?? 0] ?? 0);
    }
    const before = results[index];
    if (before !== undefined) return before;
    const made = make(known);
    results[index] = made;
    return made;
  };
}
