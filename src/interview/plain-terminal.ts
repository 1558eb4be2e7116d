import { type CancelReason, InterviewCancelled } from './cancelled.ts';
import type { LineReader } from './line-reader.ts';
import type { Choice } from './prompter.ts';

/** Where a plain interview reads and writes. */
export interface PlainTerminal {
  readonly lines: LineReader;
  readonly write: (text: string) => void;
  /** Lines come from a pipe or file, not from a person at a keyboard. */
  readonly isPipe: boolean;
  /** Aborted with a `CancelReason` when a signal ends the run. */
  readonly signal: AbortSignal;
}

/** The next line. At the end of a pipe it is `ifPipeEnds`; otherwise the end of the input leaves. */
export async function readLine(
  { lines, write, isPipe, signal }: PlainTerminal,
  { ifPipeEnds }: { readonly ifPipeEnds?: string } = {},
): Promise<string> {
  write('> ');
  const line = await lines.next();
  if (line !== undefined) return line.normalize('NFC').trim();
  // The cursor stands after the prompt sign.
  write('\n');
  if (isPipe && ifPipeEnds !== undefined && !signal.aborted) return ifPipeEnds;
  throw new InterviewCancelled(signal.aborted ? (signal.reason as CancelReason) : 'end-of-input');
}

/** Choices as numbered lines. */
export function numbered(choices: readonly Choice[]): string {
  return choices
    .map(({ label, note }, index) => `${index + 1}. ${label}${note ? `（${note}）` : ''}\n`)
    .join('');
}
