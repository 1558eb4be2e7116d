import { type CancelReason, InterviewCancelled } from '../interview/cancelled.ts';
import type { Prompter } from '../interview/prompter.ts';
import { type CliContext, isBuildServer } from './context.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';

/** The two faces of one interview: drawn lists, or numbered lines. */
export type Face = 'rich' | 'plain';

/** Which face of the interview a run may show; undefined where nobody may be asked. */
export function planConversation(
  context: CliContext,
  options: Pick<RunOptions, 'plain' | 'input' | 'answers'>,
): Face | undefined {
  const { env } = context;
  if (options.plain && options.input === false) throw new UsageError('--plain 和 --no-input 不能一起用。');
  if (options.plain && options.answers === '-') {
    throw new UsageError('--plain 和 --answers - 都要读标准输入，不能一起用。');
  }
  if (options.plain) return 'plain';
  if (options.input === false || options.answers === '-') return undefined;
  if (!context.stdin.isTTY || !context.stderr.isTTY || isBuildServer(env)) return undefined;
  return env.TERM === 'dumb' || env.ACCESSIBLE === '1' ? 'plain' : 'rich';
}

/** Runs `talk` with a prompter, and closes it whichever way it ends. */
export async function converse<T>(
  context: CliContext,
  face: Face,
  talk: (prompter: Prompter) => Promise<T>,
): Promise<T> {
  const leaving = new AbortController();
  const stopListening = context.onSignal((reason: CancelReason) => leaving.abort(reason));
  const prompter = await context.openPrompter(face, leaving.signal);
  try {
    const result = await talk(prompter);
    if (leaving.signal.aborted) {
      throw new InterviewCancelled(leaving.signal.reason as CancelReason, 'finished');
    }
    return result;
  } finally {
    prompter.close();
    stopListening();
  }
}
