import type { NamedRecord } from './claim-names.ts';
import { USUAL_BYTES } from './line-buffer.ts';
import type { TextSink } from './text-sink.ts';

/** What some records came to. */
export interface BatchOutput {
  /** Whole lines, in the memory that was handed over unless that was too small. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly failed: number;
}

/** Takes records to their lines: here, or on another thread. */
export interface RecordWorker {
  /** How many records to hand over at a time, and how many such lists may be on their way. */
  readonly size: number;
  readonly depth: number;
  /** Lets go of what it holds. */
  close?(): Promise<void>;
  /** `memory` is for the lines. It comes back with them. */
  run(records: readonly NamedRecord[], memory: ArrayBuffer): BatchOutput | Promise<BatchOutput>;
}

/** How far a run is; kept up to date as lines are written. */
export interface BatchTally {
  done: number;
  failed: number;
  /** The line after the last record that is written. */
  next: number;
}

/**
 * Writes the lines of all records in their order. Ends early once `stopped` says so: what was handed over
 * is written, nothing after it.
 */
export async function runRecords(
  pieces: AsyncIterable<readonly NamedRecord[]>,
  worker: RecordWorker,
  sink: TextSink,
  tally: BatchTally,
  stopped: () => boolean,
): Promise<void> {
  const line = new OutputLine(sink, tally);
  const input = pieces[Symbol.asyncIterator]();
  for (let next = input.next(); !stopped(); next = input.next()) {
    await line.takeUntil(next);
    const { value: piece, done } = await next;
    if (done) break;
    for (let from = 0; from < piece.length && !stopped(); from += worker.size) {
      const records = piece.slice(from, from + worker.size);
      line.add(records, worker.run(records, line.memory()));
      while (line.waiting >= worker.depth) await line.take();
    }
  }
  while (line.waiting > 0) await line.take();
}

interface Waiting {
  readonly records: readonly NamedRecord[];
  readonly output: BatchOutput | Promise<BatchOutput>;
}

/** The lines on their way to the sink. */
class OutputLine {
  readonly #sink: TextSink;
  readonly #tally: BatchTally;
  readonly #waiting: Waiting[] = [];
  /** Memory of lines that are written. New memory for each list costs more than to fill it. */
  readonly #spare: ArrayBuffer[] = [];

  constructor(sink: TextSink, tally: BatchTally) {
    this.#sink = sink;
    this.#tally = tally;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** Memory for the lines of a list. */
  memory(): ArrayBuffer {
    return this.#spare.pop() ?? new ArrayBuffer(USUAL_BYTES);
  }

  add(records: readonly NamedRecord[], output: Waiting['output']): void {
    // Whoever waits for an earlier list is told first; this one is told when its turn comes.
    if (output instanceof Promise) output.catch(() => {});
    this.#waiting.push({ records, output });
  }

  /** Writes the first list that is on its way. */
  async take(): Promise<void> {
    const first = this.#waiting.shift();
    if (!first) return;
    const { bytes, failed } = first.output instanceof Promise ? await first.output : first.output;
    await this.#sink.write(bytes);
    // One very long line must not be paid for to the end.
    if (bytes.buffer.byteLength === USUAL_BYTES) this.#spare.push(bytes.buffer);
    this.#tally.done += first.records.length;
    this.#tally.failed += failed;
    this.#tally.next = first.records.at(-1)?.next ?? this.#tally.next;
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
}
