import { countColumns } from '../../render/columns.ts';
import { padColumns, wrapText } from '../../render/layout.ts';

/** What a line of help names, and what it says of it. */
export type Entry = readonly [term: string, text: string];

/** Below this many columns a text goes on the line under its term. */
const NARROW = 24;

/** Entries under a heading, their texts in one column where there is room. */
export function entrySection(title: string, entries: readonly Entry[], width: number): string[] {
  if (entries.length === 0) return [];
  const termColumns = Math.max(...entries.map(([term]) => countColumns(term)));
  return ['', `${title}：`, ...entries.flatMap((entry) => entryLines(entry, termColumns, width))];
}

/** Example commands under a heading. A command stays whole; its text goes below where both do not fit. */
export function exampleSection(title: string, entries: readonly Entry[], width: number): string[] {
  const columns = Math.max(...entries.map(([command]) => countColumns(command)));
  const fits = entries.every(([, text]) => columns + 4 + countColumns(text) <= width);
  const lines = entries.flatMap(([command, text]) =>
    fits
      ? [`  ${padColumns(command, columns)}  ${text}`.trimEnd()]
      : [`  ${command}`, ...wrapText(text, Math.max(width - 6, NARROW)).map((line) => `      ${line}`)],
  );
  return ['', `${title}：`, ...lines];
}

/** Sentences under a heading, each a line or more. */
export function textSection(title: string, texts: readonly string[], width: number): string[] {
  if (texts.length === 0) return [];
  return ['', `${title}：`, ...texts.flatMap((text) => indented(text, width))];
}

function indented(text: string, width: number): string[] {
  return wrapText(text, Math.max(width - 2, NARROW)).map((line) => `  ${line}`);
}

function entryLines([term, text]: Entry, termColumns: number, width: number): string[] {
  const columns = width - termColumns - 4;
  if (columns < NARROW) {
    const lines = wrapText(text, Math.max(width - 6, NARROW - 4));
    return [`  ${term}`, ...lines.map((line) => `      ${line}`)];
  }
  const [first = '', ...rest] = wrapText(text, columns);
  const indent = ' '.repeat(termColumns + 4);
  return [`  ${padColumns(term, termColumns)}  ${first}`.trimEnd(), ...rest.map((line) => indent + line)];
}
