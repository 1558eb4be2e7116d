import type { MessagePort } from 'node:worker_threads';
import { openFlowStore } from '../../load/flow-store.ts';
import { CouldNotFinishError } from '../errors.ts';
import { documentWorker } from './document-worker.ts';
import { lineWorker } from './line-worker.ts';
import type { RecordWorker } from './run-records.ts';
import type { WorkerReply, WorkerRequest, WorkerTask } from './worker-task.ts';

/**
 * Answers requests with the lines of their records, in the order in which they come. What is no fault of a
 * record and no disk in the way is thrown, which ends the thread and tells the run.
 */
export function serveRecords(port: MessagePort, task: WorkerTask): void {
  const opened = openWorker(task);
  let turn: Promise<unknown> = opened;
  port.on('message', (request: WorkerRequest) => {
    turn = turn.then(async () => answer(port, await opened, request));
  });
}

async function openWorker(task: WorkerTask): Promise<RecordWorker> {
  const { packageRoot, flows, flow: id, date, layout, form } = task;
  const store = await openFlowStore({
    packageRoot: new URL(packageRoot),
    ...(flows === undefined ? {} : { flows }),
  });
  const shared = { flow: await store.get(id), date, layout };
  return form.kind === 'lines' ? lineWorker(shared, form.shape) : documentWorker(shared, form.documents);
}

async function answer(
  port: MessagePort,
  worker: RecordWorker,
  { records, memory }: WorkerRequest,
): Promise<void> {
  try {
    reply(port, await worker.run(records, memory));
  } catch (error) {
    if (!(error instanceof CouldNotFinishError)) throw error;
    reply(port, { stopped: error.message });
  }
}

/** The bytes move over; they are not copied. */
function reply(port: MessagePort, message: WorkerReply): void {
  port.postMessage(message, 'bytes' in message ? [message.bytes.buffer] : []);
}
