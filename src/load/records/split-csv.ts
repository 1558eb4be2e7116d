import { findDelimiter } from './csv-cells.ts';
import { LONGEST_RECORD, type RawRecord, type RecordSplitter, type SplitFault } from './raw-record.ts';
import { type RowScan, scanRow } from './scan-row.ts';

/** A splitter of rows, which knows what stands between the cells once it has seen the first line. */
export interface CsvSplitter extends RecordSplitter {
  readonly delimiter: string;
}

/**
 * Cuts a table into rows. A quoted cell may hold line ends and doubled quotes. A row whose quotes do not
 * pair costs its first line only: reading goes on at the next line. A row longer than `longest` likewise.
 *
 * @param firstLine the number of the line that comes first
 */
export function splitCsv(longest: number = LONGEST_RECORD, firstLine = 1): CsvSplitter {
  return new Splitter(longest, firstLine);
}

/**
 * How often a character may be read in vain. A table can be made so that each of its lines opens a row that
 * ends nowhere; without a bound, each would be read to the end of the rest.
 */
const READS_IN_VAIN = 4;

class Splitter implements CsvSplitter {
  readonly #longest: number;
  #delimiter: string | undefined;
  #text = '';
  #from = 0;
  /** Where the next quote is; before `#from` where that must be found out. */
  #quote = -1;
  #line: number;
  #row: number;
  /** Characters that may still be read in vain; with none left, each row must end on its first line. */
  #spare: number;
  /** Within a line that was too long; what is left of it is thrown away. */
  #isSkipping = false;

  constructor(longest: number, firstLine: number) {
    this.#longest = longest;
    this.#spare = longest * READS_IN_VAIN;
    this.#line = firstLine;
    this.#row = firstLine;
  }

  get delimiter(): string {
    return this.#delimiter ?? ',';
  }

  write(text: string): RawRecord[] {
    this.#text = this.#text.slice(this.#from) + text;
    this.#from = 0;
    this.#quote = -1;
    return this.#cut(false);
  }

  end(): RawRecord[] {
    const records = this.#cut(true);
    // A line that was too long may end with the text that was thrown away.
    if (this.#isSkipping) this.#skipLine(-1, true, records);
    return records;
  }

  #cut(isEnd: boolean): RawRecord[] {
    const records: RawRecord[] = [];
    while (this.#from < this.#text.length) {
      const lineEnd = this.#text.indexOf('\n', this.#from);
      if (lineEnd < 0 && !isEnd && this.#left <= this.#longest) break;
      if (this.#isSkipping || (lineEnd < 0 && this.#left > this.#longest)) {
        if (!this.#skipLine(lineEnd, isEnd, records)) break;
        continue;
      }
      const firstEnd = lineEnd < 0 ? this.#text.length : lineEnd;
      this.#seekDelimiter(firstEnd);
      if (!this.#cutRow(firstEnd, isEnd, records)) break;
    }
    return records;
  }

  get #left(): number {
    return this.#text.length - this.#from;
  }

  #seekDelimiter(firstEnd: number): void {
    if (this.#delimiter !== undefined) return;
    const line = this.#text.slice(this.#from, firstEnd);
    if (line.trim() !== '') this.#delimiter = findDelimiter(line);
  }

  /** Cuts the row that begins here; false if more text is needed. */
  #cutRow(firstEnd: number, isEnd: boolean, records: RawRecord[]): boolean {
    if (this.#quote < this.#from) {
      const found = this.#text.indexOf('"', this.#from);
      this.#quote = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    const isPlain = this.#quote > firstEnd;
    const { end, fault }: RowScan = isPlain ? { end: firstEnd } : this.#scan(firstEnd, isEnd);
    const read = end - this.#from;
    const isTooLong = read > this.#longest;
    if (fault === 'cut' && !isTooLong && !isEnd && end === this.#text.length) return false;
    this.#spare += (firstEnd - this.#from) * READS_IN_VAIN;
    if (fault === undefined && !isTooLong) {
      this.#emit(end, undefined, records);
      return true;
    }
    this.#spare -= read;
    this.#emit(firstEnd, isTooLong && isPlain ? 'too-long' : 'broken-quotes', records);
    return true;
  }

  #scan(firstEnd: number, isEnd: boolean): RowScan {
    if (this.#spare > 0) return scanRow(this.#text, this.#from, this.delimiter, isEnd);
    const scan = scanRow(this.#text.slice(this.#from, firstEnd), 0, this.delimiter, true);
    return { ...scan, end: this.#from + scan.end };
  }

  /** Takes the text up to a line end as one record; empty rows are none, but they count. */
  #emit(end: number, fault: SplitFault | undefined, records: RawRecord[]): void {
    const text = this.#text.slice(this.#from, this.#text[end - 1] === '\r' ? end - 1 : end);
    this.#from = end + 1;
    const [line, row] = [this.#line, this.#row++];
    this.#line += fault ? 1 : 1 + lineEndsIn(text);
    if (fault) records.push({ text: '', line, row, next: this.#line, fault });
    else if (!this.#isEmpty(text)) records.push({ text, line, row, next: this.#line });
  }

  /** Spreadsheets leave rows of nothing but delimiters at the end. */
  #isEmpty(text: string): boolean {
    const [first = ''] = text;
    if (first !== '' && first !== this.delimiter && first !== '"' && first.trim() !== '') return false;
    return text.replaceAll('"', '').replaceAll(this.delimiter, '').trim() === '';
  }

  /** Throws a line without end away; false if more text is needed. */
  #skipLine(lineEnd: number, isEnd: boolean, records: RawRecord[]): boolean {
    if (lineEnd < 0 && !isEnd) {
      this.#isSkipping = true;
      this.#from = this.#text.length;
      return false;
    }
    this.#isSkipping = false;
    this.#emit(lineEnd < 0 ? this.#text.length : lineEnd, 'too-long', records);
    return true;
  }
}

function lineEndsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
