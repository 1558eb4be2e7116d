import type { RawRecord } from '../../load/records/raw-record.ts';
import type { Checklist } from '../../model/checklist.ts';
import { formatJson } from '../../render/json.ts';
import { type LineSink, writeJsonLine } from '../../render/json-line.ts';
import type { RecordResult } from './evaluate-record.ts';

/** How a record that went well is written: its whole checklist, or the ids of outcome and items. */
export type LineShape = 'full' | 'brief';

/** Writes the line of one record, with its line end. */
export function writeRecordLine(
  raw: RawRecord,
  result: RecordResult,
  shape: LineShape,
  sink: LineSink,
): void {
  const head = lineHead(raw, result.id);
  if ('error' in result) {
    sink.text(errorLine(head, result.error));
    return;
  }
  const { checklist, unused, notes } = result.finished;
  if (shape === 'brief') {
    sink.text(`${head},"ok":true,${briefFields(checklist)}}\n`);
    return;
  }
  sink.text(`${head},"ok":true,"checklist":`);
  writeJsonLine(checklist, { unused, ...notes }, sink);
  sink.text('}\n');
}

/** The line of a record that has a document of its own. */
export function renderFileLine(raw: RawRecord, id: string | number | null, file: string): string {
  return `${lineHead(raw, id)},"ok":true,"file":${formatJson(file, 0)}}\n`;
}

/** The line of a record that did not come to a checklist. */
export function renderErrorLine(raw: RawRecord, id: string | number | null, error: unknown): string {
  return errorLine(lineHead(raw, id), error);
}

function errorLine(head: string, error: unknown): string {
  return `${head},"ok":false,"error":${formatJson(error, 0)}}\n`;
}

/** `row` is told where cells with line ends make it another number. */
function lineHead({ line, row }: RawRecord, id: string | number | null): string {
  const record = row === line ? '' : `,"record":${row}`;
  return `{"line":${line}${record},"id":${formatJson(id, 0)}`;
}

function briefFields({ flow, date, outcome, ...lists }: Checklist): string {
  const ids = (items: Checklist['steps']) => items.map(({ id }) => id);
  const fields = {
    flow: flow.id,
    date,
    outcome: outcome.id,
    steps: ids(lists.steps),
    materials: ids(lists.materials),
    notNeeded: ids(lists.notNeeded),
    warnings: ids(lists.warnings),
    notes: ids(lists.notes),
  };
  return JSON.stringify(fields).slice(1, -1);
}
