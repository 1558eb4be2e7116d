/**
 * The value of a condition: strong Kleene logic with a fourth value.
 * `void` means that the path never asked what the condition tests.
 */
export type Truth = 'yes' | 'no' | 'unknown' | 'void';
