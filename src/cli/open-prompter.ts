import type { Prompter } from '../interview/prompter.ts';
import { wrapText } from '../render/layout.ts';
import type { CliContext } from './context.ts';
import { createInterviewStyle } from './theme.ts';

/** Lists and searches drawn on stderr, so that stdout holds the result alone. */
export async function openRichPrompter(context: CliContext, signal: AbortSignal): Promise<Prompter> {
  const { createInquirerPrompter } = await import('../interview/inquirer-prompter.ts');
  const { stdin, stderr, env } = context;
  const look = {
    style: createInterviewStyle(stderr, env),
    screen: () => ({ columns: stderr.columns ?? 80, rows: stderr.rows ?? 24 }),
    wrap: wrapText,
  };
  return createInquirerPrompter({ input: stdin, output: stderr, signal }, look);
}

/** Numbered lines on stderr, answers read from stdin line by line. */
export async function openPlainPrompter(context: CliContext, signal: AbortSignal): Promise<Prompter> {
  const { createPlainPrompter } = await import('../interview/plain-prompter.ts');
  const { createLineReader } = await import('../interview/line-reader.ts');
  const lines = createLineReader(context.stdin, signal);
  return createPlainPrompter({ lines, signal, write: (text) => context.stderr.write(text) });
}
