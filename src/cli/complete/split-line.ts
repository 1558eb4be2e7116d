/** A line of shell up to the cursor, as words without their quotes. */
export interface SplitLine {
  /** The finished words, the command first. */
  readonly words: readonly string[];
  /** The word at the cursor, as far as it is typed. */
  readonly current: string;
  /** The quote that is still open at the cursor. */
  readonly quote: '' | '"' | "'";
  /** The word at the cursor is the file of a redirection. */
  readonly isRedirected: boolean;
}

/** One quoted, escaped or plain piece of a word; or space; or a redirection. */
const PIECE =
  /\\(?<escaped>[\s\S]?)|'(?<single>[^']*)(?<singleEnd>'?)|"(?<double>(?:\\[\s\S]|[^"\\])*\\?)(?<doubleEnd>"?)|(?<space>\s+)|(?<redirection>\d?>>?|<)|(?<plain>[^\\'"\s<>]+)/gu;

/**
 * Splits a line as a shell would. Nothing is expanded: a variable or a command in it stays as it is
 * written.
 */
export function splitLine(line: string): SplitLine {
  const pieces = [...line.matchAll(PIECE)].map(({ groups = {} }) => groups);
  const words: string[] = [];
  let current: string | undefined;
  let isRedirected = false;
  for (const piece of pieces) {
    const isEnd = piece.space !== undefined || piece.redirection !== undefined;
    if (!isEnd) current = (current ?? '') + textOf(piece);
    else if (current !== undefined) {
      if (!isRedirected) words.push(current);
      current = undefined;
      isRedirected = false;
    }
    if (piece.redirection !== undefined) isRedirected = true;
  }
  return { words, current: current ?? '', quote: openQuote(pieces.at(-1)), isRedirected };
}

function textOf({ escaped, single, double, plain }: Readonly<Record<string, string>>): string {
  return escaped ?? single ?? plain ?? unescaped(double ?? '');
}

function openQuote(last: Readonly<Record<string, string>> | undefined): SplitLine['quote'] {
  if (last?.singleEnd === '') return "'";
  return last?.doubleEnd === '' ? '"' : '';
}

/** Between double quotes a backslash keeps only these. */
function unescaped(text: string): string {
  return text.replace(/\\(["\\$`])/gu, '$1');
}

/** A word as the shell reads it back, within the quote that is open. */
export function quoteWord(word: string, quote: SplitLine['quote']): string {
  if (quote === "'") return word.replaceAll("'", "'\\''");
  if (quote === '"') return word.replace(/["\\$`]/gu, '\\$&');
  return word.replace(/[^\w.,:=@%+/\-\u0080-\u{10ffff}]|\s/gu, '\\$&');
}
