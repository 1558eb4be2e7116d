import { parentPort } from 'node:worker_threads';
import { type CheckTask, checkInTurn } from './check/check-task.ts';

// A thread of `yibao check`: an entry of its own, because threads begin with a file.
parentPort?.once('message', (task: CheckTask) => parentPort?.postMessage(checkInTurn(task)));
