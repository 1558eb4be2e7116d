import { parentPort, workerData } from 'node:worker_threads';
import { serveRecords } from './batch/serve-records.ts';
import type { WorkerTask } from './batch/worker-task.ts';

// A thread of `yibao batch --workers`: an entry of its own, because threads begin with a file.
if (parentPort) serveRecords(parentPort, workerData as WorkerTask);
