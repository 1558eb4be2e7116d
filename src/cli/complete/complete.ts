import type { World } from '../context.ts';
import { SHELLS } from '../options.ts';
import { findCandidates, kindOf } from './find-candidates.ts';
import { readSituation } from './read-situation.ts';
import { type Reply, replyToBash } from './reply-to-bash.ts';
import { splitLine } from './split-line.ts';

/**
 * The hidden command that the scripts of `yibao completion` call at each Tab:
 *
 * - `yibao __complete bash <line up to the cursor> <the word as readline sees it> <COMP_TYPE>`
 * - `yibao __complete zsh|fish <words after yibao, without quotes>… <the word up to the cursor>`
 *
 * stdout is a line that says what follows (`words`, `open`: words that something is still to be written
 * after, `files`, `folders`), and then a line for each word. Whatever goes wrong, it says nothing and
 * exits with 0: a person who types must not be disturbed.
 */
export async function complete(world: World, [shell, ...words]: readonly string[]): Promise<void> {
  try {
    if (!SHELLS.some((known) => known === shell)) return;
    const { kind, lines } =
      shell === 'bash' ? await forBash(world, words) : await forWords(world, shell, words);
    world.stdout.write(`${[kind, ...lines].join('\n')}\n`);
  } catch {
    // A broken flow or a half-typed option is told when the command runs.
  }
}

async function forBash(world: World, [line = '', text = '', type = '']: readonly string[]): Promise<Reply> {
  const split = splitLine(line);
  if (split.isRedirected) return { kind: 'files', lines: [] };
  const completion = await findCandidates(world, readSituation(split.words.slice(1), split.current));
  return replyToBash(completion, split, { text, type });
}

async function forWords(world: World, shell: string | undefined, words: readonly string[]): Promise<Reply> {
  const last = words.at(-1) ?? '';
  // fish hands the word over with the quote that it may begin with.
  const current = shell === 'fish' ? splitLine(last).current : last;
  const completion = await findCandidates(world, readSituation(words.slice(0, -1), current));
  const write = shell === 'zsh' ? zshLine : fishLine;
  // zsh shows a value without what stands before it; the script moves that many `=` out of the way.
  const head = current.slice(0, current.lastIndexOf('=') + 1);
  const kind = [kindOf(completion), ...(shell === 'zsh' ? [head.split('=').length - 1] : [])].join(' ');
  const lines = completion.candidates.map(({ value, text }) => {
    const shown = shell === 'zsh' ? value.slice(head.length) : value;
    return write(shown, (text ?? '').replace(/\s+/gu, ' '));
  });
  return { kind, lines };
}

/** As `_describe` reads it. */
function zshLine(value: string, text: string): string {
  const escaped = value.replace(/[\\:]/gu, '\\$&');
  return text === '' ? escaped : `${escaped}:${text}`;
}

function fishLine(value: string, text: string): string {
  return text === '' ? value : `${value}\t${text}`;
}
