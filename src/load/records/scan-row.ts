/** Where a row ends, or how far it was read before it turned out to be none. */
export interface RowScan {
  /** The place of the row's line end, or the end of the text; with a `fault`, the place of that. */
  readonly end: number;
  /** `cut` if the text ends before the row is sure to, `broken` if a closing quote stands in the middle of a cell. */
  readonly fault?: 'cut' | 'broken';
}

/** Reads the row that begins at `from`, over as many lines as its quotes hold. */
export function scanRow(text: string, from: number, delimiter: string, isEnd: boolean): RowScan {
  let at = from;
  for (;;) {
    const cellEnd = text[at] === '"' ? afterQuoted(text, at) : afterPlain(text, at, delimiter);
    if (cellEnd < 0) return { end: text.length, fault: 'cut' };
    if (text[cellEnd] !== delimiter) return rowEnd(text, cellEnd, isEnd);
    at = cellEnd + 1;
  }
}

/** What follows the last cell: the end of the line or of the text, or what does not belong there. */
function rowEnd(text: string, cellEnd: number, isEnd: boolean): RowScan {
  const end = text[cellEnd] === '\r' ? cellEnd + 1 : cellEnd;
  if (text[end] === '\n') return { end };
  if (text[end] === undefined) return isEnd ? { end } : { end, fault: 'cut' };
  return { end, fault: 'broken' };
}

/** After the quote that closes a cell; -1 where there is none. */
function afterQuoted(text: string, opening: number): number {
  let quote = text.indexOf('"', opening + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  return quote < 0 ? -1 : quote + 1;
}

function afterPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at++;
  return at;
}
