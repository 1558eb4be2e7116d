const DELIMITERS = [',', '\t', ';'];

/** What stands between the cells of a table: what its first line has most of, outside quotes. */
export function findDelimiter(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, '');
  let [best, most] = [',', 0];
  for (const delimiter of DELIMITERS) {
    const count = bare.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}

/** The cells of a row that `splitCsv` cut out, without their quotes. */
export function readCells(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  while (at <= text.length) {
    if (text[at] === '"') {
      const { cell, end } = readQuoted(text, at);
      cells.push(cell);
      at = end + 1;
    } else {
      const found = text.indexOf(delimiter, at);
      const end = found < 0 ? text.length : found;
      cells.push(text.slice(at, end));
      at = end + 1;
    }
  }
  return cells;
}

function readQuoted(text: string, opening: number): { cell: string; end: number } {
  let quote = text.indexOf('"', opening + 1);
  while (quote >= 0 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
  const end = quote < 0 ? text.length : quote;
  return { cell: text.slice(opening + 1, end).replaceAll('""', '"'), end: end + 1 };
}
