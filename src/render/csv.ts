/** Excel reads a file as UTF-8 only with this before it. */
const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet would take for a formula, in half or full width. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** One cell in quotes; one that looks like a formula is made text by an apostrophe. */
export function csvCell(text: string): string {
  const harmless = FORMULA.test(text.trimStart()) || FORMULA.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** Rows as a CSV file that Excel opens. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}
