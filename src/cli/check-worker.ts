import { parentPort } from 'node:worker_threads';
import { parseInTurn } from '../load/parse-in-turn.ts';
import { packYaml } from '../load/yaml-parcel.ts';
import { checkInTurn } from './check/check-task.ts';
import type { Delivery, Order } from './check/check-threads.ts';

// A thread of `yibao check`: an entry of its own, because threads begin with a file.
parentPort?.on('message', (order: Order) => parentPort?.postMessage(deliver(order)));

function deliver(order: Order): Delivery[keyof Delivery] {
  if ('check' in order) return checkInTurn(order.check);
  return new Map([...parseInTurn(order.parse)].map(([index, node]) => [index, node && packYaml(node)]));
}
