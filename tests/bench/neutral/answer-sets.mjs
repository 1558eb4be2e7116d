import { referenceEvaluate } from './reference.mjs';

/** @typedef {Record<string, string>} AnswerSet */

/**
 * A repeatable source of numbers from 0 to 1 (mulberry32).
 * @param {number} seed
 */
export function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Sets of answers as interviews give them: each has the answers to the questions that it is asked, no others.
 * @param {import('./problem.mjs').Problem} problem
 * @param {number} count
 * @returns {AnswerSet[]}
 */
export function interviewSets(problem, count, seed = 42) {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, () => {
    const full = Object.fromEntries(
      problem.questions.map(({ id, options }) => [id, options[Math.floor(next() * options.length)] ?? '']),
    );
    return Object.fromEntries(referenceEvaluate(full).visible.map((id) => [id, full[id] ?? '']));
  });
}
