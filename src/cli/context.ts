import type { CancelReason } from '../interview/cancelled.ts';
import type { DistrictRow } from '../interview/offer-places.ts';
import type { ProgressFolder } from '../interview/progress-folder.ts';
import type { Prompter } from '../interview/prompter.ts';
import type { FlowStore } from '../load/flow-store.ts';
import type { FlowFiles } from '../load/read-flow-files.ts';
import type { CalendarDate } from '../model/calendar-date.ts';

/** A stream that a command reads. */
export type InputStream = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** A stream that a command writes. */
export type OutputStream = NodeJS.WritableStream & {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
};

/** All that a command may touch of the world. Tests pass their own. */
export interface CliContext {
  readonly stdin: InputStream;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today in China. */
  readonly today: CalendarDate;
  readonly packageRoot: URL;
  /** Built-in procedures, with those of a folder over them. */
  openFlows(folder?: string): Promise<FlowStore>;
  /** The built-in files with some folders or files over them, sound or not. */
  readFlows(paths: readonly string[]): Promise<FlowFiles>;
  /** One face of the interview. `signal` is aborted with a `CancelReason`. */
  openPrompter(face: 'rich' | 'plain', signal: AbortSignal): Promise<Prompter>;
  /** Counties and districts, by which a city may be found. */
  readDistricts(): Promise<readonly DistrictRow[]>;
  /** Where unfinished interviews are kept. */
  openProgress(): Promise<ProgressFolder>;
  /** Opens a file with the program that the desktop has for it; false where there is no desktop. */
  openOnDesktop(path: string): Promise<boolean>;
  /** Calls back on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
  onSignal(listener: (reason: CancelReason) => void): () => void;
}

/** The columns that text may take; 80 where the stream is no terminal. */
export function columnsOf(stream: OutputStream): number {
  return stream.isTTY && stream.columns ? stream.columns : 80;
}
