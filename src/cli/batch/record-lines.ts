import type { RawRecord } from '../../load/records/raw-record.ts';
import type { ItemKind } from '../../model/flow.ts';
import { formatJson } from '../../render/json.ts';
import { type LineSink, writeJsonLine } from '../../render/json-line.ts';
import type { DecidedRecord, FinishedRecord, RecordResult } from './evaluate-record.ts';

/** How a record that went well is written: its whole checklist, or the ids of outcome and items. */
export type LineShape = 'full' | 'brief';

/** Writes the line of one record with its whole checklist, with its line end. */
export function writeFullLine(raw: RawRecord, result: RecordResult<FinishedRecord>, sink: LineSink): void {
  const head = lineHead(raw, result.id);
  if ('error' in result) {
    sink.text(errorLine(head, result.error));
    return;
  }
  const { checklist, unused, notes } = result.finished;
  sink.text(`${head},"ok":true,"checklist":`);
  writeJsonLine(checklist, { unused, ...notes }, sink);
  sink.text('}\n');
}

/** Writes the line of one record with ids alone, with its line end. */
export function writeBriefLine(raw: RawRecord, result: RecordResult<DecidedRecord>, sink: LineSink): void {
  const head = lineHead(raw, result.id);
  sink.text(
    'error' in result
      ? errorLine(head, result.error)
      : `${head},"ok":true,${JSON.stringify(briefFields(result.finished)).slice(1)}\n`,
  );
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

function briefFields({ flow, date, outcome, items }: DecidedRecord): Record<string, unknown> {
  const ids: Record<ItemKind, string[]> = { step: [], material: [], 'not-needed': [], warning: [], note: [] };
  for (const { kind, id } of items) ids[kind].push(id);
  return {
    flow,
    date,
    outcome,
    steps: ids.step,
    materials: ids.material,
    notNeeded: ids['not-needed'],
    warnings: ids.warning,
    notes: ids.note,
  };
}
