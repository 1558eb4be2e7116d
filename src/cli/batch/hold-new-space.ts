import { setV8Flag } from '../set-v8-flag.ts';

/**
 * Has V8 give new objects no more room than they have by now, a few MB. What the line of one record takes is
 * garbage with the next, so more room saves no work; V8 would still take ten times as much the longer a run
 * gets. Not for documents: what a PDF takes lives longer, and would be moved about for nothing.
 */
export function holdNewSpace(): void {
  setV8Flag('--semi-space-growth-factor=1');
}
