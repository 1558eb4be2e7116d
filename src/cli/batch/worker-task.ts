import type { CalendarDate } from '../../model/calendar-date.ts';
import type { NamedRecord } from './claim-names.ts';
import type { DocumentTask } from './document-worker.ts';
import type { RecordLayout } from './record-layout.ts';
import type { LineShape } from './record-lines.ts';

/** How records are written: a line, or a document and a line that names it. */
export type RecordForm =
  | { readonly kind: 'lines'; readonly shape: LineShape }
  | { readonly kind: 'documents'; readonly documents: DocumentTask };

/** All that a thread must know to do its part; plain data. */
export interface WorkerTask {
  /** The address of the package's folder. */
  readonly packageRoot: string;
  readonly flows?: string | undefined;
  readonly flow: string;
  readonly date: CalendarDate;
  readonly layout: RecordLayout;
  readonly form: RecordForm;
}

/** What a thread is handed. The memory moves over. */
export interface WorkerRequest {
  readonly records: readonly NamedRecord[];
  readonly memory: ArrayBuffer;
}

/** What it hands back: lines, or why the run cannot go on. */
export type WorkerReply =
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly failed: number }
  | { readonly stopped: string };
