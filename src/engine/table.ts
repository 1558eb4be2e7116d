import { Code } from './numbering.ts';
import { type Memory, Worth } from './remember.ts';

/**
 * Tables of no more rows have a place for each; of larger ones those rows are looked up that were met.
 * What may have no number, such as a day, has more numbers than this, and so is never in a small table.
 */
const MOST_PLACES = 512;

/** Where hardly anything is met again, nothing is looked up for so many times, and then it is tried anew. */
const RESTING = 10_000;

/**
 * What was worked out for people whose codes agree in a few slots: found again by these codes, mixed into
 * one number. Nothing is kept for codes that have no number.
 */
export class Table<T extends object | string> {
  readonly #memory: Memory;
  readonly #slots: Int32Array;
  /** How many places apart the codes of each slot lie. */
  readonly #apart: Int32Array;
  readonly #rows: number;
  #places: (T | undefined)[] = [];
  readonly #met = new Map<number, T>();
  readonly #worth = new Worth();
  #resting = 0;

  constructor(memory: Memory, slots: readonly number[]) {
    this.#memory = memory;
    this.#slots = Int32Array.from(slots);
    this.#apart = Int32Array.from(slots, (_, at) => rowsOf(memory, slots.slice(at + 1)));
    this.#rows = rowsOf(memory, slots);
  }

  /** What is kept for these codes. */
  find(codes: readonly number[]): T | undefined {
    return this.#rows > MOST_PLACES ? this.#findMet(codes) : this.#places[this.#placeOf(codes)];
  }

  /** Keeps what was worked out for these codes, if that is of use. */
  keep(codes: readonly number[], value: T): void {
    if (this.#rows <= MOST_PLACES) {
      this.#memory.count(this.#forget);
      // Without holes: places with holes take longer to look at.
      if (this.#places.length === 0) this.#places = Array.from({ length: this.#rows }, () => undefined);
      this.#places[this.#placeOf(codes)] = value;
      return;
    }
    if (this.#resting > 0) return;
    const key = this.#keyOf(codes);
    if (key < 0) return;
    if (this.#worth.isKept()) {
      this.#memory.count(this.#forget);
      this.#met.set(key, value);
    } else {
      this.#met.clear();
      this.#worth.forget();
      this.#resting = RESTING;
    }
  }

  readonly #forget = () => {
    this.#places = [];
    this.#met.clear();
  };

  #placeOf(codes: readonly number[]): number {
    const slots = this.#slots;
    const apart = this.#apart;
    let place = 0;
    for (let at = 0; at < slots.length; at++) {
      place = (place + Math.imul(codes[slots[at] ?? 0] ?? 0, apart[at] ?? 0)) | 0;
    }
    return place;
  }

  #findMet(codes: readonly number[]): T | undefined {
    if (this.#resting > 0) {
      this.#resting -= 1;
      return undefined;
    }
    const found = this.#met.get(this.#keyOf(codes));
    if (found !== undefined) this.#worth.found += 1;
    return found;
  }

  /** Below 0 where a code has no number, or where they make one that is not exact. */
  #keyOf(codes: readonly number[]): number {
    const { sizes } = this.#memory.numbering;
    let key = 0;
    for (const slot of this.#slots) {
      const code = codes[slot] ?? 0;
      if (code < 0) return code;
      key = key * (sizes[slot] ?? 1) + code;
    }
    return key <= Number.MAX_SAFE_INTEGER ? key : Code.None;
  }
}

/** How many different rows of codes these slots may have. */
export function rowsOf({ numbering }: Memory, slots: readonly number[]): number {
  return slots.reduce((product, slot) => product * (numbering.sizes[slot] ?? 1), 1);
}
