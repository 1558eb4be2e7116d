import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LineBuffer, USUAL_BYTES } from '../../../src/cli/batch/line-buffer.ts';
import { type RecordWorker, runRecords } from '../../../src/cli/batch/run-records.ts';

const LONG = 'x'.repeat(USUAL_BYTES);

const records = Array.from({ length: 40 }, (_, at) => ({
  text: `${at}`,
  line: at + 1,
  row: at + 1,
  next: at + 2,
}));

/** Runs records through a worker that is sometimes slow, into a sink that looks at the bytes late. */
async function run(depth: number) {
  const [memories, written] = [new Set<ArrayBuffer>(), [] as string[]];
  const worker: RecordWorker = {
    size: 3,
    depth,
    run: async (list, memory) => {
      memories.add(memory);
      await wait(list[0]?.line === 4 ? 20 : 0);
      const lines = new LineBuffer(memory);
      for (const { text } of list) lines.text(text === '20' ? `${LONG}\n` : `${text}\n`);
      return { bytes: lines.take(), failed: 0 };
    },
  };
  const sink = {
    write: async (bytes: Uint8Array) => {
      await wait(1);
      written.push(Buffer.from(bytes).toString());
    },
    end: async () => {},
  };
  const tally = { done: 0, failed: 0, next: 1 };
  const pieces = (async function* () {
    for (let from = 0; from < records.length; from += 10) yield records.slice(from, from + 10);
  })();
  await runRecords(pieces, worker, sink, tally, () => false);
  return { memories, text: written.join(''), tally };
}

test.each([1, 4])(
  'lines are written in order from memory that goes round, %i lists at a time',
  async (depth) => {
    const { memories, text, tally } = await run(depth);
    const lines = records.map((record) => (record.text === '20' ? LONG : record.text));
    expect(text === `${lines.join('\n')}\n`).toBe(true);
    expect(tally).toEqual({ done: 40, failed: 0, next: 41 });
    // The list with the long line did not give its memory back.
    expect(memories.size).toBeLessThanOrEqual(depth + 1);
    for (const memory of memories) expect(memory.byteLength).toBe(USUAL_BYTES);
  },
);
