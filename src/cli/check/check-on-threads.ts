import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FlowReport } from '../../check/check-flow.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import type { ChosenFlows, OnProgress } from './check-files.ts';
import { type CheckTask, checkInTurn, nothingBegun } from './check-task.ts';

/** More threads than this do not end sooner: the largest flow takes as long by itself. */
const MOST_THREADS = 4;

/** Flows smaller than this together are checked before a thread has started. */
const LEAST_SIZE = 1000;

/**
 * Reports of flows by id, found on as many threads as there are processors, this one among them. Nothing
 * where that does not pay. A thread that fails fails the run.
 */
export async function checkOnThreads(
  { book, flows }: ChosenFlows,
  date: CalendarDate | undefined,
  onProgress: OnProgress,
  packageRoot: URL,
): Promise<ReadonlyMap<string, FlowReport>> {
  const others = Math.min(MOST_THREADS, availableParallelism(), flows.length) - 1;
  const size = flows.reduce((sum, flow) => sum + sizeOf(flow), 0);
  if (others < 1 || size < LEAST_SIZE) return new Map();
  const order = flows.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map(({ id }) => id);
  const task: CheckTask = { book, order, date, shared: nothingBegun() };
  const threads = Array.from({ length: others }, () => startThread(task, packageRoot));
  try {
    const own = checkInTurn(task, (id, checked) => {
      const index = flows.findIndex((flow) => flow.id === id);
      onProgress({ title: flows[index]?.title ?? id, number: index + 1, count: flows.length, checked });
    });
    const reports = [own, ...(await Promise.all(threads.map(({ reports }) => reports)))].flat();
    return new Map(reports.map((report) => [report.id, report]));
  } finally {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  }
}

/** About what it takes to check a flow, beside others: the largest are begun first. */
function sizeOf({ items, questions }: Flow): number {
  return items.length * Object.keys(questions).length;
}

interface Thread {
  readonly worker: Worker;
  readonly reports: Promise<readonly FlowReport[]>;
}

function startThread(task: CheckTask, packageRoot: URL): Thread {
  const worker = new Worker(new URL('dist/cli/check-worker.cjs', packageRoot), { workerData: task });
  const reports = new Promise<readonly FlowReport[]>((resolve, reject) => {
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`a thread ended by itself (${code})`)));
  });
  // Nobody waits for it where this thread fails before.
  reports.catch(() => undefined);
  return { worker, reports };
}
