import type { RawRecord } from '../../load/records/raw-record.ts';
import { type BatchTask, evaluateRecord } from './evaluate-record.ts';
import { LineBuffer } from './line-buffer.ts';
import { type LineShape, writeRecordLine } from './record-lines.ts';
import type { RecordWorker } from './run-records.ts';

/** So few that a signal is heeded soon, and so many that their lines are worth a write. */
const AT_ONCE: Readonly<Record<LineShape, number>> = { full: 16, brief: 256 };

/** Makes the lines of records on this thread. */
export function lineWorker(task: BatchTask, shape: LineShape): RecordWorker {
  return {
    size: AT_ONCE[shape],
    depth: 1,
    run: (records, memory) => {
      const lines = new LineBuffer(memory);
      let failed = 0;
      for (const raw of records) {
        const result = evaluateRecord(task, raw);
        if ('error' in result) failed++;
        writeRecordLine(raw, result, shape, lines);
      }
      return { bytes: lines.take(), failed };
    },
  };
}

/** Makes the text of one record's line. */
export function lineMaker(task: BatchTask, shape: LineShape): (raw: RawRecord) => string {
  return (raw) => {
    const lines = new LineBuffer();
    writeRecordLine(raw, evaluateRecord(task, raw), shape, lines);
    return Buffer.from(lines.take()).toString();
  };
}
