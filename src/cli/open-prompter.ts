import type { Prompter } from '../interview/prompter.ts';
import { cleanDeep, cleanText } from '../render/clean-text.ts';
import { wrapText } from '../render/layout.ts';
import type { World } from './context.ts';
import { createInterviewStyle } from './theme.ts';

/** Lists and searches drawn on stderr, so that stdout holds the result alone. */
export async function openRichPrompter(context: World, signal: AbortSignal): Promise<Prompter> {
  const { createInquirerPrompter } = await import('../interview/inquirer-prompter.ts');
  const { stdin, stderr, env } = context;
  const look = {
    style: createInterviewStyle(stderr, env),
    screen: () => ({ columns: stderr.columns ?? 80, rows: stderr.rows ?? 24 }),
    wrap: wrapText,
    onResize: (listener: () => void) => {
      stderr.on('resize', listener);
      return () => stderr.off('resize', listener);
    },
  };
  return cleaning(createInquirerPrompter({ input: stdin, output: stderr, signal }, look));
}

/** Numbered lines on stderr, answers read from stdin line by line. */
export async function openPlainPrompter(context: World, signal: AbortSignal): Promise<Prompter> {
  const { createPlainPrompter } = await import('../interview/plain-prompter.ts');
  const { createLineReader } = await import('../interview/line-reader.ts');
  const lines = createLineReader(context.stdin, signal);
  const write = (text: string) => context.stderr.write(text);
  return cleaning(createPlainPrompter({ lines, signal, write, isPipe: !context.stdin.isTTY }));
}

/** Flows of an outside folder may hold characters that act on a terminal. */
function cleaning(prompter: Prompter): Prompter {
  return {
    ...prompter,
    open: (title, forWhom, isKept) => prompter.open(cleanText(title), cleanText(forWhom), isKept),
    ask: (question, context) => prompter.ask(cleanDeep(question), context),
    review: (rows, canGoBack) => prompter.review(cleanDeep(rows), canGoBack),
    choose: (ask, choices, start) => prompter.choose(cleanText(ask), cleanDeep(choices), start),
    input: (ask, start, check) => prompter.input(cleanText(ask), start, check),
    confirm: (ask) => prompter.confirm(cleanText(ask)),
    tell: (sentence) => prompter.tell(cleanText(sentence)),
  };
}
