import { type CheckOptions, checkFlow, type FlowReport } from '../../check/check-flow.ts';
import { MOST_WORK } from '../../check/prove/prove-flow.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { FlowBook } from '../../model/flow-book.ts';

/** The most work that goes into the proofs of one run: the built-in flows together take a third of it. */
export const MOST_WORK_OF_ALL = 10_000_000;

/** Flows that several threads check together; plain data. */
export interface CheckTask {
  readonly book: FlowBook;
  /** The ids of the flows, in the order in which they are begun. */
  readonly order: readonly string[];
  readonly date: CalendarDate | undefined;
  /** What the threads have in common: how many flows were begun, and the work that was done. */
  readonly shared: Int32Array<SharedArrayBuffer>;
}

const [BEGUN, WORK] = [0, 1];

/** What threads share before any of them has begun. */
export function nothingBegun(): CheckTask['shared'] {
  return new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
}

/**
 * Checks one flow after another that no other thread has begun, each as if it were the first; none any
 * more once a run's work is done.
 */
export function checkInTurn(
  { book, order, date, shared }: CheckTask,
  onProgress: (id: string, checked: number) => void = () => undefined,
): FlowReport[] {
  const reports: FlowReport[] = [];
  while (Atomics.load(shared, WORK) < MOST_WORK_OF_ALL) {
    const id = order[Atomics.add(shared, BEGUN, 1)];
    const flow = book.flows.find((one) => one.id === id);
    if (!flow) break;
    const options: CheckOptions = {
      date,
      work: MOST_WORK,
      onProgress: (checked) => onProgress(flow.id, checked),
    };
    onProgress(flow.id, 0);
    const report = checkFlow(book, flow, options);
    Atomics.add(shared, WORK, Math.ceil(report.proof.work));
    reports.push(report);
  }
  return reports;
}
