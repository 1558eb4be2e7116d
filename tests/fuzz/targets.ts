import { batch } from './batch.ts';
import { commandLine } from './command-line.ts';
import { engine } from './engine.ts';
import { loader } from './loader.ts';
import { renderers } from './renderers.ts';
import { anyTarget } from './target.ts';

/** All that is fuzzed, and how many inputs each is fed in the normal tests. */
export const TARGETS = [
  { target: anyTarget(loader), numRuns: 12 },
  { target: anyTarget(engine), numRuns: 50 },
  { target: anyTarget(renderers), numRuns: 12 },
  { target: anyTarget(commandLine), numRuns: 50 },
  { target: anyTarget(batch), numRuns: 50 },
];
