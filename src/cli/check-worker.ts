import { parentPort, workerData } from 'node:worker_threads';
import { type CheckTask, checkInTurn } from './check/check-task.ts';

// A thread of `yibao check`: an entry of its own, because threads begin with a file.
parentPort?.postMessage(checkInTurn(workerData as CheckTask));
