import { BIN, interleave, ratios, timeNode } from '../measure.mjs';

/**
 * `yibao check` over all flows and overlays.
 * @param {{ rounds: number }} options
 * @returns {Record<string, number[]>}
 */
export function measureCheck({ rounds }) {
  const { base, check } = interleave(rounds, {
    base: () => timeNode(['-e', '0']),
    check: () => timeNode([BIN, 'check']),
  });
  return { check: ratios(check, base), 'check-seconds': check.map((milliseconds) => milliseconds / 1000) };
}
