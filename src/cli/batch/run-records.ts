import type { NamedRecord } from './claim-names.ts';
import type { TextSink } from './text-sink.ts';

/** What some records came to. */
export interface BatchOutput {
  /** Whole lines. */
  readonly text: string | Uint8Array;
  readonly failed: number;
}

/** Takes records to their lines: here, or on another thread. */
export interface RecordWorker {
  /** How many records to hand over at a time, and how many such lists may be on their way. */
  readonly size: number;
  readonly depth: number;
  /** Whether its work is so slow that each line is worth a write. */
  readonly isSlow?: boolean;
  /** Lets go of what it holds. */
  close?(): Promise<void>;
  run(records: readonly NamedRecord[]): BatchOutput | Promise<BatchOutput>;
}

/** How far a run is; kept up to date as lines are written. */
export interface BatchTally {
  done: number;
  failed: number;
  /** The line after the last record that is written. */
  next: number;
}

const GATHERED = 64 * 1024;

/**
 * Writes the lines of all records in their order, gathered to pieces that are worth a write, and before it
 * waits for more input. Ends early
 * once `stopped` says so: what was handed over is written, nothing after it.
 */
export async function runRecords(
  pieces: AsyncIterable<readonly NamedRecord[]>,
  worker: RecordWorker,
  sink: TextSink,
  tally: BatchTally,
  stopped: () => boolean,
): Promise<void> {
  const line = new OutputLine(sink, tally, worker.isSlow ? 1 : GATHERED);
  const input = pieces[Symbol.asyncIterator]();
  for (let next = input.next(); !stopped(); next = input.next()) {
    await line.takeUntil(next);
    const { value: piece, done } = await next;
    if (done) break;
    for (let from = 0; from < piece.length && !stopped(); from += worker.size) {
      const records = piece.slice(from, from + worker.size);
      line.add(records, worker.run(records));
      while (line.waiting >= worker.depth) await line.take();
    }
    await line.flush();
  }
  while (line.waiting > 0) await line.take();
  await line.flush();
}

interface Waiting {
  readonly records: readonly NamedRecord[];
  readonly output: BatchOutput | Promise<BatchOutput>;
}

/** The lines on their way to the sink. */
class OutputLine {
  readonly #sink: TextSink;
  readonly #tally: BatchTally;
  readonly #worthWriting: number;
  readonly #waiting: Waiting[] = [];
  #gathered = '';
  #pending = { done: 0, failed: 0, next: 0 };

  constructor(sink: TextSink, tally: BatchTally, worthWriting: number) {
    this.#sink = sink;
    this.#tally = tally;
    this.#worthWriting = worthWriting;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  add(records: readonly NamedRecord[], output: Waiting['output']): void {
    // Whoever waits for an earlier list is told first; this one is told when its turn comes.
    if (output instanceof Promise) output.catch(() => {});
    this.#waiting.push({ records, output });
  }

  /** Takes the first list that is on its way, and writes what has gathered. */
  async take(): Promise<void> {
    const first = this.#waiting.shift();
    if (!first) return;
    const { text, failed } = first.output instanceof Promise ? await first.output : first.output;
    const { done, failed: before } = this.#pending;
    this.#pending = {
      done: done + first.records.length,
      failed: before + failed,
      next: first.records.at(-1)?.next ?? 0,
    };
    if (typeof text === 'string') this.#gathered += text;
    else await this.#write(text);
    if (this.#gathered.length > this.#worthWriting) await this.flush();
  }

  /** Writes what gets done while the input is waited for. */
  async takeUntil(input: Promise<unknown>): Promise<void> {
    while (this.#waiting.length > 0) {
      const hasCome = input.then(() => true);
      const isDone = Promise.resolve(this.#waiting[0]?.output).then(() => false);
      if (await Promise.race([hasCome, isDone])) return;
      await this.take();
    }
  }

  async flush(): Promise<void> {
    const text = this.#gathered;
    this.#gathered = '';
    await this.#write(text);
  }

  async #write(text: string | Uint8Array): Promise<void> {
    if (text.length > 0) await this.#sink.write(text);
    const { done, failed, next } = this.#pending;
    this.#pending = { done: 0, failed: 0, next: 0 };
    this.#tally.done += done;
    this.#tally.failed += failed;
    if (next > 0) this.#tally.next = next;
  }
}
