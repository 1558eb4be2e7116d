import { readCells } from './csv-cells.ts';
import { type ReadRecord, refuseText } from './parsed-record.ts';

/** What a column of a table holds. `id`: who it is; `empty`: a column without a name, which holds nothing. */
export type Column =
  | { readonly kind: 'id' | 'date' | 'ignored' | 'empty' }
  | { readonly kind: 'question'; readonly key: string };

/** How a table is read. */
export interface CsvLayout {
  readonly delimiter: string;
  readonly columns: readonly Column[];
}

/** Reads one row of a table. An empty cell is a question that was not answered. */
export function readCsvRecord(text: string, { delimiter, columns }: CsvLayout): ReadRecord {
  const fault = refuseText(text);
  if (fault) return { fault };
  const cells = readCells(text, delimiter);
  if (!fits(cells, columns)) {
    return { fault: { code: 'wrong-cells', cells: cells.length, columns: columns.length } };
  }
  let id: string | null = null;
  let date: string | undefined;
  const answers: [string, string][] = [];
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? '').trim();
    if (cell === '') continue;
    if (column.kind === 'question') answers.push([column.key, cell]);
    else if (column.kind === 'id') id = cell;
    else if (column.kind === 'date') date = cell;
  }
  return { record: { id, answers, ...(date === undefined ? {} : { date }) } };
}

/** A cell under every column, and none beyond them that holds anything. */
function fits(cells: readonly string[], columns: readonly Column[]): boolean {
  if (cells.length < columns.length) return false;
  return cells.every((cell, index) => {
    const kind = columns[index]?.kind ?? 'empty';
    return kind !== 'empty' || cell.trim() === '';
  });
}
