import type fc from 'fast-check';

/** One thing that is fed with arbitrary inputs. Inputs are plain JSON, so that a failure can be kept. */
export interface Target<Input> {
  readonly name: string;
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws where the input breaks a promise. */
  readonly check: (input: Input) => Promise<void> | void;
}

/** A target whose inputs are whatever it takes itself. */
export interface AnyTarget {
  readonly name: string;
  readonly inputs: fc.Arbitrary<unknown>;
  readonly check: (input: unknown) => Promise<void>;
}

/** The same target where several stand in one list. */
export function anyTarget<Input>({ name, inputs, check }: Target<Input>): AnyTarget {
  return { name, inputs, check: async (input) => check(input as Input) };
}
