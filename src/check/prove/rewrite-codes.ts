import type { Condition } from '../../model/condition.ts';

/** Codes that a test names -> codes that stand for it. */
type CodesFor = ReadonlyMap<string, readonly string[]>;

type AnswerTest = Extract<Condition, { kind: 'answer' }>;

/** Rewrites tests of places, and remembers what each was. */
export class CodeRewriter {
  readonly #codesFor: CodesFor;
  readonly #originals = new WeakMap<Condition, Condition>();

  constructor(codesFor: CodesFor) {
    this.#codesFor = codesFor;
  }

  /** A part of a flow in which every test of a place names the codes that stand for the ones it named. */
  rewrite<T>(part: T): T {
    return this.#codesFor.size === 0 ? part : (this.#rewrite(part) as T);
  }

  /** A test as it was written. */
  restore(test: Condition): Condition {
    return this.#originals.get(test) ?? test;
  }

  #rewrite(part: unknown): unknown {
    if (typeof part !== 'object' || part === null) return part;
    if (isAnswerTest(part)) return this.#rewriteTest(part);
    if (Array.isArray(part)) return part.map((one) => this.#rewrite(one));
    return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, this.#rewrite(value)]));
  }

  #rewriteTest(original: AnswerTest): AnswerTest {
    const { test } = original;
    if (!('in' in test)) return original;
    const named = test.in.flatMap((one): readonly (string | number)[] => {
      return this.#codesFor.get(String(one)) ?? [one];
    });
    const rewritten: AnswerTest = { ...original, test: { in: named } };
    this.#originals.set(rewritten, original);
    return rewritten;
  }
}

function isAnswerTest(part: object): part is AnswerTest {
  return 'kind' in part && part.kind === 'answer' && 'test' in part;
}
