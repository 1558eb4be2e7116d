import { Worker } from 'node:worker_threads';
import { CouldNotFinishError } from '../errors.ts';
import type { BatchOutput, RecordWorker } from './run-records.ts';
import type { WorkerReply, WorkerRequest, WorkerTask } from './worker-task.ts';

/** Lists on their way for each thread: those in hand, the next, and what waits for the turn of a slower one. */
const AHEAD = 3;

/** Records in a list: enough that handing them over costs little. */
const AT_ONCE = { full: 64, brief: 512, documents: 4 } as const;

/** Makes lines, or documents, on several threads. A thread that fails fails the run. */
export function threadPool(count: number, task: WorkerTask): RecordWorker {
  const file = new URL('dist/cli/batch-worker.cjs', task.packageRoot);
  const threads = Array.from(
    { length: count },
    () => new Thread(new Worker(file, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 8 } })),
  );
  return {
    size: AT_ONCE[task.form.kind === 'lines' ? task.form.shape : 'documents'],
    depth: count * AHEAD,
    run: (records, memory) => leastBusy(threads).run({ records, memory }),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

/** Other programs may slow one thread down; the rest must not wait with it. */
function leastBusy(threads: readonly Thread[]): Thread {
  return threads.reduce((best, one) => (one.waiting < best.waiting ? one : best));
}

interface Waiting {
  readonly resolve: (output: BatchOutput) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. It answers in the order in which it was asked. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (reply: WorkerReply) => {
      const first = this.#waiting.shift();
      if ('stopped' in reply) first?.reject(new CouldNotFinishError(reply.stopped));
      else first?.resolve(reply);
    });
    worker.on('error', (error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`a thread ended by itself (${code})`)));
  }

  /** How many lists it was asked for that it did not hand back. */
  get waiting(): number {
    return this.#waiting.length;
  }

  run(request: WorkerRequest): Promise<BatchOutput> {
    return new Promise((resolve, reject) => {
      if (this.#failure) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request, [request.memory]);
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
