import { type Transferable, Worker, type WorkerOptions } from 'node:worker_threads';

interface Waiting<Reply> {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: unknown) => void;
}

/** One thread. It answers in the order in which it was asked. */
export class AskedThread<Request, Reply> {
  readonly #worker: Worker;
  readonly #waiting: Waiting<Reply>[] = [];
  #failure: unknown;

  /** `script` is one of the package's own. */
  constructor(script: URL, options?: WorkerOptions) {
    this.#worker = new Worker(script, options);
    this.#worker.on('message', (reply: Reply) => this.#waiting.shift()?.resolve(reply));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`a thread ended by itself (${code})`)));
  }

  /** How often it was asked and has not answered yet. */
  get waiting(): number {
    return this.#waiting.length;
  }

  /** What it answers. Rejects where the thread failed, or fails before. `moved` is no longer ours. */
  ask(request: Request, moved: readonly Transferable[] = []): Promise<Reply> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) {
        reject(this.#failure);
        return;
      }
      this.#waiting.push({ resolve, reject });
      this.#worker.postMessage(request, moved);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}
