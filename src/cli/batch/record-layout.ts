import type { ReadRecord } from '../../load/records/parsed-record.ts';
import type { RawRecord } from '../../load/records/raw-record.ts';
import { type CsvLayout, readCsvRecord } from '../../load/records/read-csv-record.ts';
import { readJsonRecord } from '../../load/records/read-json-record.ts';

/** How the records of an input are read. Plain data: it crosses over to other threads. */
export type RecordLayout =
  | { readonly kind: 'ndjson'; readonly ignored: ReadonlySet<string> }
  | ({ readonly kind: 'csv' } & CsvLayout);

/** Reads what a record holds, or why it holds nothing. */
export function readRecord(raw: RawRecord, layout: RecordLayout): ReadRecord {
  if (raw.fault) return { fault: { code: raw.fault } };
  return layout.kind === 'csv' ? readCsvRecord(raw.text, layout) : readJsonRecord(raw.text, layout.ignored);
}
