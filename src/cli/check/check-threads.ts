import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FlowReport } from '../../check/check-flow.ts';
import type { CheckTask } from './check-task.ts';

/** More threads than this, with this one, do not end sooner: the largest flow takes as long by itself. */
const MOST_THREADS = 4;

interface Thread {
  readonly worker: Worker;
  readonly reports: Promise<readonly FlowReport[]>;
}

/**
 * Threads that check flows beside this one. They may be started before there is anything to check: it takes
 * them as long to get ready as to read the flows.
 */
export class CheckThreads {
  readonly #packageRoot: URL;
  readonly #threads: Thread[] = [];

  constructor(packageRoot: URL) {
    this.#packageRoot = packageRoot;
  }

  /** Starts those that are missing of the most that are of use for so many flows; tells how many there are. */
  start(flows = MOST_THREADS): number {
    const count = Math.min(MOST_THREADS, availableParallelism(), flows) - 1;
    while (this.#threads.length < count) this.#threads.push(startThread(this.#packageRoot));
    return Math.max(0, count);
  }

  /** The reports of what they check of a task. A thread that fails fails this. */
  async check(task: CheckTask): Promise<readonly FlowReport[]> {
    for (const { worker } of this.#threads) worker.postMessage(task);
    return (await Promise.all(this.#threads.map(({ reports }) => reports))).flat();
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map(({ worker }) => worker.terminate()));
  }
}

function startThread(packageRoot: URL): Thread {
  const worker = new Worker(new URL('dist/cli/check-worker.cjs', packageRoot));
  const reports = new Promise<readonly FlowReport[]>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread ended by itself (${code})`)));
  });
  // Nobody waits for it where this thread fails before.
  reports.catch(() => undefined);
  return { worker, reports };
}
