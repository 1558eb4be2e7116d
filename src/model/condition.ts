/** How two ordered values compare. `before`/`after` are strict, for dates and months. */
export type ComparisonOperator = 'lt' | 'le' | 'gt' | 'ge' | 'before' | 'after';

/** What something is compared with: a literal, or the answer to another question. */
export type Operand =
  | { readonly literal: string | number }
  | { readonly question: string }
  | { readonly derived: string };

/** One test of a value: any of some literals, or an ordered comparison. */
export type ValueTest =
  | { readonly in: readonly (string | number)[] }
  | { readonly op: ComparisonOperator; readonly than: Operand };

/**
 * A condition as data, resolved by the loader: every name is known to be a question, a derived
 * name, a fact, a group or an outcome of the flow.
 */
export type Condition =
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  /** The answer to a question. `unsure` among `in` is a test that is always known. */
  | { readonly kind: 'answer'; readonly question: string; readonly test: ValueTest }
  /** A multi question's answer contains any of these options. */
  | { readonly kind: 'has'; readonly question: string; readonly options: readonly string[] }
  /** A derived value. A derived condition is tested `in: ['yes']` or `in: ['no']`. */
  | { readonly kind: 'derived'; readonly name: string; readonly test: ValueTest }
  /** Two place questions name the same city, province, pool (统筹区), or both lie in a named group. */
  | {
      readonly kind: 'same';
      readonly questions: readonly [string, string];
      readonly at: 'city' | 'province' | 'pool' | { readonly group: string };
    }
  /** A place fact; of the jurisdiction unless `of` names another place question. True/false facts are `in: ['yes']`. */
  | { readonly kind: 'fact'; readonly fact: string; readonly of?: string; readonly test: ValueTest }
  /** Nobody has verified this fact for that place. Always known. */
  | { readonly kind: 'unverified'; readonly fact: string; readonly of?: string }
  /** The exit reached. */
  | { readonly kind: 'outcome'; readonly in: readonly string[] };
