import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FlowReport } from '../../check/check-flow.ts';
import { type ParseAhead, parseInTurn, type TextsToParse, textsToParse } from '../../load/parse-in-turn.ts';
import { unpackYaml, type YamlParcel } from '../../load/yaml-parcel.ts';
import type { CheckTask } from './check-task.ts';
import { collectAlone } from './collect-alone.ts';

/** More threads than this, with this one, do not end sooner: the largest flow takes as long by itself. */
const MOST_THREADS = 4;

/** What a thread is asked for: it parses texts, or checks flows, in turn with the others. */
export type Order = { readonly parse: TextsToParse } | { readonly check: CheckTask };

/** What it gives for one. Of texts, the sound ones that it parsed; by index. */
export type Delivery = {
  parse: ReadonlyMap<number, YamlParcel | undefined>;
  check: readonly FlowReport[];
};

/**
 * Threads that read and check flows beside this one. They may be started before there is anything to do: it
 * takes them some time to get ready.
 */
export class CheckThreads {
  readonly #packageRoot: URL;
  readonly #threads: Thread[] = [];

  constructor(packageRoot: URL) {
    this.#packageRoot = packageRoot;
  }

  /** Starts those that are missing of the most that are of use for so many flows; tells how many there are. */
  start(flows = MOST_THREADS): number {
    const processors = availableParallelism();
    const count = Math.min(MOST_THREADS, processors, flows) - 1;
    if (count > 0 && count + 1 === processors) collectAlone();
    while (this.#threads.length < count) this.#threads.push(new Thread(this.#packageRoot));
    return Math.max(0, count);
  }

  /** Parses files together with this thread. A thread that is not ready by then is not waited for. */
  readonly parse: ParseAhead = async (files) => {
    const task = textsToParse(files);
    const others = this.#threads.map((thread) => thread.ask<'parse'>({ parse: task }));
    const parsed = new Map(parseInTurn(task));
    await new Promise<void>((resolve, reject) => {
      const endIfAll = () => parsed.size === task.texts.length && resolve();
      for (const other of others) {
        other.then((parcels) => {
          for (const [index, parcel] of parcels) {
            parsed.set(index, parcel && unpackYaml(parcel, task.texts[index]?.path ?? ''));
          }
          endIfAll();
        }, reject);
      }
      endIfAll();
    });
    return new Map(
      task.texts.flatMap((text, index) => {
        const node = parsed.get(index);
        return node ? [[text, node] as const] : [];
      }),
    );
  };

  /** The reports of what they check of a task. A thread that fails fails this. */
  async check(task: CheckTask): Promise<readonly FlowReport[]> {
    return (await Promise.all(this.#threads.map((thread) => thread.ask<'check'>({ check: task })))).flat();
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()));
  }
}

interface Waiting {
  // It delivers what it was asked for.
  // biome-ignore lint/suspicious/noExplicitAny: of any kind
  readonly resolve: (delivery: any) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread; it does one order after the other. */
class Thread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #failure: unknown;

  constructor(packageRoot: URL) {
    this.#worker = new Worker(new URL('dist/cli/check-worker.cjs', packageRoot));
    this.#worker.on('message', (delivery) => this.#waiting.shift()?.resolve(delivery));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended by itself (${code})`)));
  }

  ask<Kind extends keyof Delivery>(order: Order): Promise<Delivery[Kind]> {
    const delivery = new Promise<Delivery[Kind]>((resolve, reject) => {
      if (this.#failure !== undefined) reject(this.#failure);
      this.#waiting.push({ resolve, reject });
    });
    // Nobody waits for it where another thread fails before.
    delivery.catch(() => undefined);
    this.#worker.postMessage(order);
    return delivery;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
