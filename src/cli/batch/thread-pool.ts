import { AskedThread } from '../asked-thread.ts';
import { CouldNotFinishError } from '../errors.ts';
import type { BatchOutput, RecordWorker } from './run-records.ts';
import type { WorkerReply, WorkerRequest, WorkerTask } from './worker-task.ts';

/** Lists on their way for each thread: those in hand, the next, and what waits for the turn of a slower one. */
const AHEAD = 3;

/** Records in a list: enough that handing them over costs little. */
const AT_ONCE = { full: 64, brief: 512, documents: 4 } as const;

type LineThread = AskedThread<WorkerRequest, WorkerReply>;

/** Makes lines, or documents, on several threads. A thread that fails fails the run. */
export function threadPool(count: number, task: WorkerTask): RecordWorker {
  const file = new URL('dist/cli/batch-worker.cjs', task.packageRoot);
  const options = { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } };
  const threads = Array.from({ length: count }, (): LineThread => new AskedThread(file, options));
  return {
    size: AT_ONCE[task.form.kind === 'lines' ? task.form.shape : 'documents'],
    depth: count * AHEAD,
    run: (records, memory) => askFor(leastBusy(threads), { records, memory }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** Other programs may slow one thread down; the rest must not wait with it. */
function leastBusy(threads: readonly LineThread[]): LineThread {
  return threads.reduce((best, one) => (one.waiting < best.waiting ? one : best));
}

async function askFor(thread: LineThread, request: WorkerRequest): Promise<BatchOutput> {
  const reply = await thread.ask(request, [request.memory]);
  if ('stopped' in reply) throw new CouldNotFinishError(reply.stopped);
  return reply;
}
