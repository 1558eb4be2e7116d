import { latePattern } from '../model/late-pattern.ts';
import { countColumns, countMostColumns } from './columns.ts';
import { type Break, type Cell, findBreaks, splitCells } from './line-breaks.ts';
import type { Span } from './style.ts';

/** The text with spaces after it up to `columns`. A longer text stays as it is. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - countColumns(text)));
}

/** As much of the text as fits into `columns`, with `end` where something was cut off. */
export function cutColumns(text: string, columns: number, end = '…'): string {
  if (countColumns(text) <= columns) return text;
  const room = columns - countColumns(end);
  if (room <= 0) return '';
  let used = 0;
  let kept = '';
  for (const cell of splitCells(text)) {
    used += countColumns(cell.text);
    if (used > room) break;
    kept += cell.text;
  }
  return kept + end;
}

/** Where a line lies in its text. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** A last line of fewer characters looks lost; marks and source numbers at the end do not count. */
const STUMP = 3;
const tail = latePattern(String.raw`(?:\[\d+\]|\p{P})+$`, 'u');

const RANK: readonly Break[] = ['good', 'inside', 'last-resort'];

/** How wide a character is, in the unit of the width that lines may have. */
export type Measure = (cell: Cell) => number;

const countCell: Measure = ({ columns }) => columns;

/** The first cell that no longer fits on a line begun at `from`. Spaces at the end may hang over. */
function findOverflow(cells: readonly Cell[], from: number, width: number, measure: Measure): number {
  let used = 0;
  for (let index = from; index < cells.length; index++) {
    const cell = cells[index] as Cell;
    used += measure(cell);
    if (used > width && !cell.space && index > from) return index;
  }
  return cells.length;
}

function findBreak(breaks: readonly (Break | undefined)[], from: number, overflow: number): number {
  for (const rank of RANK) {
    for (let index = overflow; index > from; index--) if (breaks[index] === rank) return index;
  }
  return overflow;
}

/** The best break on the line; one that leaves a lone character or two for the last line moves up a little. */
function findLineEnd(
  core: number,
  breaks: readonly (Break | undefined)[],
  from: number,
  overflow: number,
): number {
  const end = findBreak(breaks, from, overflow);
  if (core - end >= STUMP) return end;
  for (let index = end; index > end - 2 * STUMP && index > from; index--) {
    if (breaks[index] === 'good' && core - index >= STUMP) return index;
  }
  return end;
}

function wrapRanges(text: string, width: number, measure: Measure = countCell): Range[] {
  const cells = splitCells(text);
  const breaks = findBreaks(text, cells);
  const core = splitCells(text.replace(tail(), '')).length;
  const ranges: Range[] = [];
  let from = 0;
  while (from < cells.length) {
    if (cells[from]?.space) {
      from++;
      continue;
    }
    const overflow = findOverflow(cells, from, width, measure);
    const next = overflow === cells.length ? overflow : findLineEnd(core, breaks, from, overflow);
    let last = next - 1;
    while (cells[last]?.space) last--;
    const end = cells[last] as Cell;
    ranges.push({ start: (cells[from] as Cell).at, end: end.at + end.text.length });
    from = next;
  }
  return ranges;
}

/**
 * Lines of at most `width` columns, by Chinese rules: no line begins with a closing mark such as ，。）
 * or ends with an opening one such as （《; words, numbers, dates and document numbers stay whole
 * unless longer than a line. Expects clean text.
 */
export function wrapText(text: string, width: number): string[] {
  // Most lines of help and of lists fit, and finding where a line may break takes the most time.
  if (text !== '' && text === text.trim() && countMostColumns(text) <= width) return [text];
  return wrapRanges(text, width).map(({ start, end }) => text.slice(start, end));
}

function cutSpans(spans: readonly Span[], { start, end }: Range): Span[] {
  let at = 0;
  return spans.flatMap((span) => {
    const text = span.text.slice(Math.max(0, start - at), Math.max(0, end - at));
    at += span.text.length;
    return text === '' ? [] : [{ ...span, text }];
  });
}

/** `wrapText` for a text made of spans; each line keeps the roles of its parts. */
export function wrapSpans(spans: readonly Span[], width: number, measure?: Measure): Span[][] {
  const text = spans.map((span) => span.text).join('');
  return wrapRanges(text, width, measure).map((range) => cutSpans(spans, range));
}
