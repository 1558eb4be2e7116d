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
  if (options.plain && options.input === false)
    throw new UsageError('--plain 和 --no-input 不能一起用：一个要提问，一个不提问。请去掉一个。');
  if (options.plain && options.answers === '-') {
    throw new UsageError(
      '--plain 和 --answers - 都要读标准输入，不能一起用。请把回答写进文件，再写 --answers 文件。',
    );
  }
  if (options.plain) return 'plain';
  if (options.input === false || options.answers === '-') return undefined;
  if (!context.stdin.isTTY || !context.stderr.isTTY || isBuildServer(env)) return undefined;
  return env.TERM === 'dumb' || env.ACCESSIBLE === '1' ? 'plain' : 'rich';
}

/**
 * Says why nobody is asked, where a person at a terminal might wonder. As other tools of the field do, a
 * build server (`CI`) is taken at its word even where it shows a terminal: a question there would wait
 * for ever. `--plain` asks all the same.
 */
export function tellWhyNotAsked(context: CliContext, options: Pick<RunOptions, 'input' | 'answers'>): void {
  if (options.input === false || options.answers === '-') return;
  const isTerminal = context.stdin.isTTY && context.stderr.isTTY;
  if (isTerminal && isBuildServer(context.env)) {
    context.say.note('环境变量 CI 表示这里是自动构建，所以没有提问。要提问，请加 --plain。');
  } else if (!isTerminal) context.say.detail(() => '没有提问：标准输入或标准错误不是终端');
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
