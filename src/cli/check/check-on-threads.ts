import type { FlowReport } from '../../check/check-flow.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import type { ChosenFlows, OnProgress } from './check-files.ts';
import { type CheckTask, checkInTurn, nothingBegun } from './check-task.ts';
import type { CheckThreads } from './check-threads.ts';

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
  threads: CheckThreads,
): Promise<ReadonlyMap<string, FlowReport>> {
  const size = flows.reduce((sum, flow) => sum + sizeOf(flow), 0);
  if (size < LEAST_SIZE || threads.start(flows.length) === 0) return new Map();
  const order = flows.toSorted((a, b) => sizeOf(b) - sizeOf(a)).map(({ id }) => id);
  const task: CheckTask = { book, order, date, shared: nothingBegun() };
  const others = threads.check(task);
  // Waited for below, unless this thread fails before.
  others.catch(() => undefined);
  const own = checkInTurn(task, (id, checked) => {
    const index = flows.findIndex((flow) => flow.id === id);
    onProgress({ title: flows[index]?.title ?? id, number: index + 1, count: flows.length, checked });
  });
  return new Map([...own, ...(await others)].map((report) => [report.id, report]));
}

/** About what it takes to check a flow, beside others: the largest are begun first. */
function sizeOf({ items, questions }: Flow): number {
  return items.length * Object.keys(questions).length;
}
