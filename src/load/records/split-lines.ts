import { LONGEST_RECORD, type RawRecord, type RecordSplitter } from './raw-record.ts';

/**
 * Cuts text into lines, one record each. Lines end with LF or CRLF; a longer one than `longest` is a fault.
 *
 * @param firstLine the number of the line that comes first
 */
export function splitLines(longest: number = LONGEST_RECORD, firstLine = 1): RecordSplitter {
  let rest = '';
  let line = firstLine;
  let isTooLong = false;

  const take = (text: string, records: RawRecord[]): void => {
    const at = line++;
    if (isTooLong || text.length > longest) {
      isTooLong = false;
      records.push({ text: '', line: at, row: at, next: line, fault: 'too-long' });
      return;
    }
    const bare = text.endsWith('\r') ? text.slice(0, -1) : text;
    if (bare.trim() !== '') records.push({ text: bare, line: at, row: at, next: line });
  };

  return {
    write: (text) => {
      const records: RawRecord[] = [];
      let from = 0;
      for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
        const piece = text.slice(from, end);
        take(rest === '' ? piece : rest + piece, records);
        rest = '';
        from = end + 1;
      }
      rest += text.slice(from);
      if (rest.length > longest) {
        isTooLong = true;
        rest = '';
      }
      return records;
    },
    end: () => {
      const records: RawRecord[] = [];
      if (rest !== '' || isTooLong) take(rest, records);
      rest = '';
      return records;
    },
  };
}
