import type { CliContext } from '../context.ts';
import { startProgress } from '../progress.ts';
import type { BatchInput } from './open-input.ts';
import type { BatchTally } from './run-records.ts';
import { batchWords } from './wording.ts';

const EVERY_MILLISECONDS = 200;

/** Shows how far a run is, where somebody looks on. Returns what ends that. */
export async function watchTally(
  context: CliContext,
  input: BatchInput,
  tally: BatchTally,
): Promise<() => void> {
  const progress = await startProgress(context, batchWords.starting);
  const started = performance.now();
  const timer = setInterval(() => {
    const seconds = (performance.now() - started) / 1000;
    const share = input.size ? input.taken() / input.size : 0;
    // The last piece of the input is read long before its records are done.
    const left = share > 0 && share < 1 ? batchWords.left((seconds * (1 - share)) / share) : '';
    progress.say(batchWords.progress(tally.done, tally.failed, Math.round(tally.done / seconds), left));
  }, EVERY_MILLISECONDS);
  return () => {
    clearInterval(timer);
    progress.stop();
  };
}
