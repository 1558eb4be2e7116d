import { availableParallelism } from 'node:os';
import type { FlowReport } from '../../check/check-flow.ts';
import { type ParseAhead, parseInTurn, type TextsToParse, textsToParse } from '../../load/parse-in-turn.ts';
import { unpackYaml, type YamlParcel } from '../../load/yaml-parcel.ts';
import { AskedThread } from '../asked-thread.ts';
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
  readonly #threads: AskedThread<Order, Delivery[keyof Delivery]>[] = [];

  constructor(packageRoot: URL) {
    this.#packageRoot = packageRoot;
  }

  /** Starts those that are missing of the most that are of use for so many flows; tells how many there are. */
  start(flows = MOST_THREADS): number {
    const processors = availableParallelism();
    const count = Math.min(MOST_THREADS, processors, flows) - 1;
    if (count > 0 && count + 1 === processors) collectAlone();
    const script = new URL('dist/cli/check-worker.cjs', this.#packageRoot);
    while (this.#threads.length < count) this.#threads.push(new AskedThread(script));
    return Math.max(0, count);
  }

  /** Parses files together with this thread. A thread that is not ready by then is not waited for. */
  readonly parse: ParseAhead = async (files) => {
    const task = textsToParse(files);
    const others = this.#threads.map((thread) => ask(thread, { parse: task }));
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
    return (await Promise.all(this.#threads.map((thread) => ask(thread, { check: task })))).flat();
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.end()));
  }
}

/** A thread delivers what it was asked for. */
function ask<Kind extends keyof Delivery>(
  thread: AskedThread<Order, Delivery[keyof Delivery]>,
  order: Order & Record<Kind, unknown>,
): Promise<Delivery[Kind]> {
  const delivery = thread.ask(order) as Promise<Delivery[Kind]>;
  // Nobody waits for it where another thread fails before.
  delivery.catch(() => undefined);
  return delivery;
}
