import type { Flow } from '../model/flow.ts';
import { cleanText } from './clean-text.ts';
import { countColumns } from './columns.ts';
import { renderCsv } from './csv.ts';
import { padColumns, wrapText } from './layout.ts';
import { escapeMarkdown } from './markdown.ts';
import type { SourcesFormat } from './sources-formats.ts';
import { buildSourcesTable, type Column, type SourcesRow, type SourcesTable } from './sources-rows.ts';
import { COLUMN_WORDS, SOURCES_WORDS } from './sources-wording.ts';

export interface SourcesOptions {
  readonly format: SourcesFormat;
  /** The day from which ages are counted. */
  readonly date: string;
  /** Columns of the screen, for the table. */
  readonly width?: number;
}

const USUAL_WIDTH = 120;
const LEAST_SHARE = 10;
const ALL_COLUMNS = Object.keys(COLUMN_WORDS) as Column[];
const TABLE_COLUMNS: readonly Column[] = ['id', 'title', 'grade', 'seen', 'months', 'verify', 'cite'];
const MARKDOWN_COLUMNS: readonly Column[] = [
  'id',
  'title',
  'cite',
  'document',
  'paperOf',
  'grade',
  'seen',
  'months',
  'verify',
  'signedOff',
];
/** Said once for a line, however many papers it rests on. */
const OF_THE_LINE: readonly Column[] = ['id', 'title', 'verify'];

/** Every line of the flows with its source, grade and age, for a reviewer to sign. */
export function renderSourcesTable(flows: readonly Flow[], options: SourcesOptions): string {
  const { format, date, width = USUAL_WIDTH } = options;
  const tables = flows.map((flow) => ({ flow, table: buildSourcesTable(flow, date) }));
  if (format === 'csv') {
    const rows = tables.flatMap(({ table }) => table.rows);
    return renderCsv([headOf(ALL_COLUMNS), ...rows.map((row) => ALL_COLUMNS.map((column) => row[column]))]);
  }
  const parts = tables.map(({ flow, table }) =>
    format === 'markdown' ? markdownOf(flow, table, date) : screenOf(flow, table, date, width),
  );
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function headOf(columns: readonly Column[]): string[] {
  return columns.map((column) => COLUMN_WORDS[column]);
}

/** Rows that stand under one heading: of one place, change and kind. */
function groupRows(rows: readonly SourcesRow[]): { readonly heading: string; readonly rows: SourcesRow[] }[] {
  const groups = new Map<string, SourcesRow[]>();
  for (const row of rows) {
    const heading = SOURCES_WORDS.group([row.place, row.change, row.kind]);
    groups.set(heading, [...(groups.get(heading) ?? []), row]);
  }
  return [...groups].map(([heading, group]) => ({ heading, rows: withoutRepeats(group) }));
}

function withoutRepeats(rows: readonly SourcesRow[]): SourcesRow[] {
  const blank = Object.fromEntries(OF_THE_LINE.map((column) => [column, '']));
  return rows.map((row, index) => {
    const before = rows[index - 1];
    const again = before && OF_THE_LINE.every((column) => before[column] === row[column]);
    return again ? { ...row, ...blank } : row;
  });
}

function headingOf({ title, id }: Flow): string {
  return SOURCES_WORDS.heading(cleanText(title), id);
}

/** What the table comes to, and what an arrow in it means. */
function introOf({ count, rows }: SourcesTable, date: string): string[] {
  const lowered = rows.some(({ grade }) => grade.length > 1);
  return [SOURCES_WORDS.summary(date, count), ...(lowered ? [SOURCES_WORDS.legend] : [])];
}

function markdownOf(flow: Flow, table: SourcesTable, date: string): string[] {
  const toLine = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const head = [toLine(headOf(MARKDOWN_COLUMNS)), toLine(MARKDOWN_COLUMNS.map(() => '---'))];
  const groups = groupRows(table.rows).flatMap((group) => [
    '',
    `## ${escapeMarkdown(group.heading)}`,
    '',
    ...head,
    ...group.rows.map((row) => toLine(MARKDOWN_COLUMNS.map((column) => escapeMarkdown(row[column])))),
  ]);
  return [
    `# ${escapeMarkdown(headingOf(flow))}`,
    ...introOf(table, date).flatMap((words) => ['', escapeMarkdown(words)]),
    ...groups,
  ];
}

function screenOf(flow: Flow, table: SourcesTable, date: string, width: number): string[] {
  const columns = measureColumns(table.rows, width);
  const toLines = (cells: Readonly<Record<Column, string>>): string[] => layOutRow(cells, columns);
  const groups = groupRows(table.rows).flatMap((group) => [
    '',
    group.heading,
    ...group.rows.flatMap(toLines),
  ]);
  return [
    headingOf(flow),
    ...introOf(table, date).flatMap((words) => wrapText(words, width)),
    '',
    ...toLines(COLUMN_WORDS),
    ...groups,
  ];
}

interface ColumnSize {
  readonly column: Column;
  readonly size: number;
}

/** A row of the table on as many lines as its longest cell needs. */
function layOutRow(cells: Readonly<Record<Column, string>>, columns: readonly ColumnSize[]): string[] {
  const wrapped = columns.map(({ column, size }) => wrapText(cells[column], size));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) =>
    columns
      .map(({ size }, column) => padColumns(wrapped[column]?.[index] ?? '', size))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns as wide as what stands in them; ids keep to a fifth, contents and papers share the rest. */
function measureColumns(rows: readonly SourcesRow[], width: number): ColumnSize[] {
  const sizes = TABLE_COLUMNS.map((column) => {
    const natural = Math.max(...[COLUMN_WORDS, ...rows].map((row) => countColumns(row[column])));
    return { column, size: column === 'id' ? Math.min(natural, Math.floor(width / 5)) : natural };
  });
  const gaps = 2 * (sizes.length - 1);
  const others = sizes.reduce((sum, { column, size }) => sum + (isElastic(column) ? 0 : size), gaps);
  const share = Math.max(LEAST_SHARE, Math.floor((width - others) / 2));
  return sizes.map(({ column, size }) => ({
    column,
    size: isElastic(column) ? Math.min(size, share) : size,
  }));
}

function isElastic(column: Column): boolean {
  return column === 'title' || column === 'cite';
}
