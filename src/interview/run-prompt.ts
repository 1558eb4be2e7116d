import { type CancelReason, InterviewCancelled } from './cancelled.ts';
import type { PressedKey } from './gesture.ts';

/** The terminal that a conversation runs on. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Aborted with a `CancelReason` when a signal ends the run. */
  readonly signal: AbortSignal;
}

/** What Inquirer's prompts take beside their configuration. */
export interface PromptStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
  readonly clearPromptOnDone: boolean;
}

/** Asks the terminal to mark what is pasted, and to stop marking it. */
const MARK_PASTES = '\u001B[?2004h';
const MARK_NO_PASTES = '\u001B[?2004l';

/**
 * Runs one prompt so that every way of leaving ends in `InterviewCancelled`. Inquirer knows Ctrl-C
 * alone: on Ctrl-D, or when the input ends, its promise would never settle.
 */
export async function runPrompt<T>(
  terminal: Terminal,
  ask: (streams: PromptStreams) => Promise<T>,
  { leavesNothing = false } = {},
): Promise<T> {
  const { input, output, signal } = terminal;
  const leaving = new AbortController();
  let reason: CancelReason = 'interrupt';
  const leave = (why: CancelReason) => {
    reason = why;
    leaving.abort();
  };
  const onSignal = () => leave(signal.reason as CancelReason);
  const onEnd = () => leave('end-of-input');
  const onKey = (_text: unknown, key?: PressedKey) => {
    if (key?.ctrl && key.name === 'd') onEnd();
  };
  if (signal.aborted) throw new InterviewCancelled(signal.reason as CancelReason);
  signal.addEventListener('abort', onSignal);
  input.on('keypress', onKey);
  input.on('end', onEnd);
  output.write(MARK_PASTES);
  try {
    return await ask({ input, output, signal: leaving.signal, clearPromptOnDone: leavesNothing });
  } catch (error) {
    const left = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
    throw left ? new InterviewCancelled(reason) : error;
  } finally {
    // Inquirer ends streams that are not the process's own.
    if (output.writable) output.write(MARK_NO_PASTES);
    signal.removeEventListener('abort', onSignal);
    input.off('keypress', onKey);
    input.off('end', onEnd);
  }
}
