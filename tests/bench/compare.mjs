/**
 * @typedef {import('./targets.mjs').Target} Target
 * @typedef {{ min: number, median: number, max: number }} Spread
 * @typedef {'met' | 'missed' | 'far' | 'not-measured'} Verdict
 */

/** How far past its target a ratio may lie before `bench:check` fails. */
const TOLERATED = 4 / 3;

/**
 * Least, middle and greatest of some samples.
 * @param {readonly number[]} samples
 * @returns {Spread}
 */
export function spreadOf(samples) {
  if (samples.length === 0) throw new Error('no samples');
  const sorted = [...samples].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = /** @type {number} */ (sorted[Math.floor(middle)]);
  const lower = /** @type {number} */ (sorted[Math.ceil(middle) - 1]);
  return {
    min: /** @type {number} */ (sorted[0]),
    median: (lower + upper) / 2,
    max: /** @type {number} */ (sorted.at(-1)),
  };
}

/**
 * Whether the median keeps to the target, misses it, or lies past a third over it.
 * @param {Target} target
 * @param {Spread | undefined} spread
 * @returns {Verdict}
 */
export function judge({ atMost, atLeast }, spread) {
  if (!spread) return 'not-measured';
  const over = Math.max(
    atMost === undefined ? 0 : spread.median / atMost,
    atLeast === undefined ? 0 : atLeast / spread.median,
  );
  if (over <= 1) return 'met';
  return over <= TOLERATED ? 'missed' : 'far';
}

/**
 * The verdict on every target, in their order.
 * @param {readonly Target[]} targets
 * @param {Readonly<Record<string, Spread>>} results by target
 */
export function compare(targets, results) {
  return targets.map((target) => {
    const spread = results[target.id];
    return { target, spread, verdict: judge(target, spread) };
  });
}
