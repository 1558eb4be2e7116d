import type { RawRecord } from '../../load/records/raw-record.ts';
import { type BatchTask, evaluateRecord } from './evaluate-record.ts';
import { type LineShape, renderRecordLine } from './record-lines.ts';
import type { BatchOutput, RecordWorker } from './run-records.ts';

/** So few that a signal is heeded soon, and that their lines are worth a write. */
const AT_ONCE = 16;

/** Makes the lines of records on this thread. */
export function lineWorker(task: BatchTask, shape: LineShape): RecordWorker {
  return { size: AT_ONCE, depth: 1, run: (records) => makeLines(task, shape, records) };
}

function makeLines(task: BatchTask, shape: LineShape, records: readonly RawRecord[]): BatchOutput {
  let text = '';
  let failed = 0;
  for (const raw of records) {
    const result = evaluateRecord(task, raw);
    if ('error' in result) failed++;
    text += renderRecordLine(raw, result, shape);
  }
  return { text, failed };
}
