import type { RawRecord } from '../../load/records/raw-record.ts';
import type { LineSink } from '../../render/json-line.ts';
import { type BatchTask, decideRecord, evaluateRecord } from './evaluate-record.ts';
import { LineBuffer } from './line-buffer.ts';
import { type LineShape, writeBriefLine, writeFullLine } from './record-lines.ts';
import type { RecordWorker } from './run-records.ts';

/** So few that a signal is heeded soon, and so many that their lines are worth a write. */
const AT_ONCE: Readonly<Record<LineShape, number>> = { full: 16, brief: 256 };

/** Makes the lines of records on this thread. */
export function lineWorker(task: BatchTask, shape: LineShape): RecordWorker {
  const write = LINE_WRITERS[shape];
  return {
    size: AT_ONCE[shape],
    depth: 1,
    run: (records, memory) => {
      const lines = new LineBuffer(memory);
      let failed = 0;
      for (const raw of records) if (!write(task, raw, lines)) failed++;
      return { bytes: lines.take(), failed };
    },
  };
}

/** Makes the text of one record's line. */
export function lineMaker(task: BatchTask, shape: LineShape): (raw: RawRecord) => string {
  return (raw) => {
    const lines = new LineBuffer();
    LINE_WRITERS[shape](task, raw, lines);
    return Buffer.from(lines.take()).toString();
  };
}

/** Writes the line of a record, and tells whether it went well. */
type LineWriter = (task: BatchTask, raw: RawRecord, sink: LineSink) => boolean;

const LINE_WRITERS: Readonly<Record<LineShape, LineWriter>> = {
  full: (task, raw, sink) => {
    const result = evaluateRecord(task, raw);
    writeFullLine(raw, result, sink);
    return 'finished' in result;
  },
  brief: (task, raw, sink) => {
    const result = decideRecord(task, raw);
    writeBriefLine(raw, result, sink);
    return 'finished' in result;
  },
};
