import { countColumns } from '../../render/columns.ts';
import { cutColumns, padColumns } from '../../render/layout.ts';
import { type Candidate, type Completion, kindOf } from './find-candidates.ts';
import { quoteWord, type SplitLine, splitLine } from './split-line.ts';

/** What is written for a shell: what follows, and the words. */
export interface Reply {
  readonly kind: string;
  readonly lines: readonly string[];
}

/** How bash asks: the word as readline has cut it, and what it will do with the answer (`COMP_TYPE`). */
interface BashRequest {
  readonly text: string;
  readonly type: string;
}

/** `?`, `!` and `@`: bash will only list the words, so they may bring what they mean along. */
const LISTING = ['63', '33', '64'];
const COLUMNS = 78;

/**
 * Words as bash puts them into the line: readline replaces only what stands after the last `=` or `:`,
 * and inserts them as they are, so quotes are ours to write.
 */
export function replyToBash(completion: Completion, split: SplitLine, { text, type }: BashRequest): Reply {
  const { current, quote } = split;
  const replaced = splitLine(text).current;
  const head = current.endsWith(replaced) ? current.slice(0, current.length - replaced.length) : current;
  const fitting = completion.candidates.filter(({ value }) => value.startsWith(head));
  const shown = fitting.map(({ value, text: meaning }) => ({
    value: quoteWord(value.slice(head.length), quote),
    text: meaning,
  }));
  const lines =
    LISTING.includes(type) && shown.length > 1 ? withMeanings(shown) : shown.map(({ value }) => value);
  return { kind: kindOf(completion), lines };
}

function withMeanings(candidates: readonly Candidate[]): string[] {
  const columns = Math.max(...candidates.map(({ value }) => countColumns(value)));
  return candidates.map(({ value, text }) =>
    text === undefined ? value : cutColumns(`${padColumns(value, columns)}  ${text}`, COLUMNS),
  );
}
