import type { CancelReason } from '../interview/cancelled.ts';
import type { DistrictRow } from '../interview/offer-places.ts';
import type { ProgressFolder } from '../interview/progress-folder.ts';
import type { Prompter } from '../interview/prompter.ts';
import type { FlowStore } from '../load/flow-store.ts';
import type { ParseAhead } from '../load/parse-in-turn.ts';
import type { FlowFiles } from '../load/read-flow-files.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Say } from './say.ts';

/** A stream that a command reads. */
export type InputStream = NodeJS.ReadableStream & { readonly isTTY?: boolean };

/** Where a result goes. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** `done` is called when the bytes are not needed any more. */
  write(chunk: Uint8Array | string, done?: (error?: Error | null) => void): boolean;
}

/** A stream that a command writes. */
export type OutputStream = NodeJS.WritableStream & Output & { readonly rows?: number };

/** How flows are used: by one run for one person, nothing keeps them from being changed. */
export interface FlowUse {
  readonly freeze?: boolean;
}

/** The world that a run finds. Tests pass their own. */
export interface World {
  readonly stdin: InputStream;
  readonly stdout: Output;
  readonly stderr: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Today in China. */
  readonly today: CalendarDate;
  readonly packageRoot: URL;
  /** Built-in procedures, with those of a folder over them. */
  openFlows(folder?: string, use?: FlowUse): Promise<FlowStore>;
  /** The built-in files, which may be parsed ahead, with some folders or files over them, sound or not. */
  readFlows(paths: readonly string[], parseAhead?: ParseAhead): Promise<FlowFiles>;
  /** One face of the interview. `signal` is aborted with a `CancelReason`. */
  openPrompter(face: 'rich' | 'plain', signal: AbortSignal): Promise<Prompter>;
  /** Counties and districts, by which a city may be found. */
  readDistricts(): Promise<readonly DistrictRow[]>;
  /** Where unfinished interviews are kept; undefined where the user has no such place. */
  openProgress(): Promise<ProgressFolder | undefined>;
  /** Opens a file with the program that the desktop has for it; false where there is no desktop. */
  openOnDesktop(path: string): Promise<boolean>;
  /** Calls back on SIGINT, SIGTERM and SIGHUP until the returned function is called. */
  onSignal(listener: (reason: CancelReason) => void): () => void;
}

/** All that a command may touch. */
export interface CliContext extends World {
  /** Every word on stderr that is neither a question nor an error. */
  readonly say: Say;
}

/** Whether a build server runs this: nothing is asked there, and nothing moves. */
export function isBuildServer({ CI }: World['env']): boolean {
  return CI !== undefined && !['', '0', 'false'].includes(CI.toLowerCase());
}

/** The columns that text may take; 80 where the stream is no terminal. */
export function columnsOf(stream: Output): number {
  return stream.isTTY && stream.columns ? stream.columns : 80;
}
