import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 optimise a function only after it ran some ten times longer than usual. A check runs much code a
 * little, and on all cores: two fifths of its time went into optimising what was then hardly used. What
 * runs for long, as the proof of a large flow, is optimised all the same. Only the V8 of Node 20 knows the
 * flag; later ones have a compiler between that makes it needless. Results never depend on it.
 */
export function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1500000');
}
