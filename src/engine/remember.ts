import { Code, type Numbering } from './numbering.ts';

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
  readonly forgetAll: () => void;
}

/** Some kinds of results are large and some small; this many of them together stay below some 50 MB. */
const MOST_KEPT = 12_000;

/** An empty memory. */
export function makeMemory(numbering: Numbering): Memory {
  const inUse = new Set<() => void>();
  let kept = 0;
  const forgetAll = () => {
    for (const one of inUse) one();
    inUse.clear();
    kept = 0;
  };
  return {
    numbering,
    count: (forget) => {
      if (kept >= MOST_KEPT) forgetAll();
      inUse.add(forget);
      kept += 1;
    },
    forgetAll,
  };
}

/** What is known, by number; without numbers where it is only supposed. */
interface Numbered {
  readonly codes: readonly number[] | undefined;
}

/** A number, below `VIEW_SIZE`, for what a result sees of something; below 0 where there are too many. */
export type View<Known> = (known: Known) => number;

/** Of one thing no more than so many views are told apart. */
export const VIEW_SIZE = 256;

/** So many results are kept before it is asked whether that is of use. */
const TRIED = 400;

/**
 * Whether results are met again. Those that hardly are, such as a line that names two places, would only
 * drive out the rest.
 */
export class Worth {
  /** How many were met again. */
  found = 0;
  #missed = 0;

  /** Whether one more that was not found is to be kept. */
  isKept(): boolean {
    this.#missed += 1;
    return this.#missed <= TRIED || this.found >= this.#missed;
  }

  forget(): void {
    this.found = 0;
    this.#missed = 0;
  }
}

/** Gives `make` of what is known, worked out once for all that agrees in these slots and views. */
export function remember<Known extends Numbered, T extends object | string>(
  memory: Memory,
  dependsOn: () => { readonly slots: readonly number[]; readonly views?: readonly View<Known>[] },
  make: (known: Known) => T,
): (known: Known) => T {
  let isFirst = true;
  let keyOf: ((known: Known) => number) | undefined;
  const results = new Map<number, T>();
  const worth = new Worth();
  const forget = () => {
    results.clear();
    worth.forget();
  };
  return (known) => {
    // Many runs make one checklist, and have no use for what is remembered.
    if (isFirst) {
      isFirst = false;
      return make(known);
    }
    if (!keyOf) {
      const { slots, views = [] } = dependsOn();
      keyOf = compileKey(memory.numbering, slots, views);
    }
    const key = keyOf(known);
    if (key < 0) return make(known);
    const before = results.get(key);
    if (before !== undefined) {
      worth.found += 1;
      return before;
    }
    const made = make(known);
    if (!worth.isKept()) return made;
    memory.count(forget);
    results.set(key, made);
    return made;
  };
}

/** One number for the states in some slots and for some views; below 0 where there is none. */
function compileKey<Known extends Numbered>(
  { sizes }: Numbering,
  slots: readonly number[],
  views: readonly View<Known>[],
): View<Known> {
  const factors = slots.map((slot) => sizes[slot] ?? 0);
  // Larger numbers are not exact.
  const most = factors.reduce((product, size) => product * size, VIEW_SIZE ** views.length);
  if (most > Number.MAX_SAFE_INTEGER) return () => Code.None;
  return (known) => {
    const { codes } = known;
    if (!codes) return Code.None;
    let key = 0;
    for (let index = 0; index < slots.length; index++) {
      const code = codes[slots[index] ?? -1] ?? Code.None;
      if (code < 0) return Code.None;
      key = key * (factors[index] ?? 0) + code;
    }
    for (const view of views) {
      const seen = view(known);
      if (seen < 0) return Code.None;
      key = key * VIEW_SIZE + seen;
    }
    return key;
  };
}
