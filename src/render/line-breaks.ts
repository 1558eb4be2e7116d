import { latePattern } from '../model/late-pattern.ts';
import { countMostColumns, splitCharacters } from './columns.ts';

/** A character as seen, where it begins in its text, and how many columns it may take. */
export interface Cell {
  readonly text: string;
  readonly at: number;
  readonly columns: number;
  readonly space: boolean;
}

/** May a line end here: gladly, only if nothing better is on the line, or only to keep the width. */
export type Break = 'good' | 'inside' | 'last-resort';

const CLOSING = /^[，。、；：？！）」』”’》〉】〕〗…—·～％‰℃々ー]/u;
const OPENING = /^[（「『“‘《〈【〔〖￥]/u;
/** These bind only to what they touch; after a space they may begin a word (.md). */
const CLOSING_TOUCHING = /^[,.;:?!)\]}%»]/;
const OPENING_TOUCHING = /^[([{«$#]/;
const SOURCE_MARK = /^\[\d{1,3}\]/;

const startsHan = latePattern(String.raw`^\p{Script=Han}`, 'u');

/** Kept whole where they fit: document numbers, dates, articles, a number with its unit, short brackets. */
const UNITS = [
  latePattern(String.raw`[^\P{Script=Han}见据按照依和与及]{1,5}[〔[]\d{4}[〕\]]\d+ ?号`, 'gu'),
  () => /\d{4} ?年(?: ?\d{1,2} ?月(?: ?\d{1,2} ?日)?)?|\d{1,2} ?月 ?\d{1,2} ?日/g,
  latePattern(String.raw`第 ?[\d〇零一二三四五六七八九十百]+ ?\p{Script=Han}`, 'gu'),
  () => /\d+(?:[–~～-]\d+)? ?(?:个工作日|个百分点|个月)/g,
  () => /【[^【】]{1,8}】|（[^（）]{1,6}）|（[ -~]{1,20}）/g,
];

function cellsOf(segment: string, at: number): Cell[] {
  const columns = countMostColumns(segment);
  if (columns <= 2) return [{ text: segment, at, columns, space: segment === ' ' }];
  let next = at;
  return Array.from(segment, (text) => {
    const cell = { text, at: next, columns: countMostColumns(text), space: false };
    next += text.length;
    return cell;
  });
}

/** The characters of a text as they are seen. */
export function splitCells(text: string): Cell[] {
  return Array.from(splitCharacters(text)).flatMap(({ segment, index }) => cellsOf(segment, index));
}

function insideUnits(text: string): Set<number> {
  const inside = new Set<number>();
  for (const unit of UNITS) {
    for (const found of text.matchAll(unit())) {
      for (let at = found.index + 1; at < found.index + found[0].length; at++) inside.add(at);
    }
  }
  return inside;
}

function isWordPart(cell: Cell): boolean {
  return !cell.space && cell.columns < 2;
}

function breakBetween(before: Cell, after: Cell, touching: boolean, rest: string): Break {
  if (CLOSING.test(after.text) || OPENING.test(before.text)) return 'last-resort';
  if (touching) {
    if (CLOSING_TOUCHING.test(after.text) || OPENING_TOUCHING.test(before.text)) return 'last-resort';
    if (SOURCE_MARK.test(rest)) return 'last-resort';
    if (isWordPart(before) && isWordPart(after)) return 'inside';
  }
  // A number stays with its unit: 2 个工作日.
  return /\d$/.test(before.text) && startsHan().test(after.text) ? 'inside' : 'good';
}

/** For each character, how good it is to begin a line with it. The first has no break before it. */
export function findBreaks(text: string, cells: readonly Cell[]): (Break | undefined)[] {
  const units = insideUnits(text);
  let before: Cell | undefined;
  return cells.map((cell, index) => {
    if (cell.space) return undefined;
    const previous = before;
    before = cell;
    if (!previous) return undefined;
    const touching = cells[index - 1] === previous;
    const found = breakBetween(previous, cell, touching, text.slice(cell.at, cell.at + 5));
    return found === 'good' && units.has(cell.at) ? 'inside' : found;
  });
}
