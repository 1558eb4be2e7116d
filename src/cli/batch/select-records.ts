import type { RawRecord } from '../../load/records/raw-record.ts';
import { UsageError } from '../errors.ts';
import type { WrittenLines } from './read-output.ts';

type Pieces = AsyncIterable<readonly RawRecord[]>;

/** The records from a line on. Throws a `UsageError` where the line is in the middle of a record. */
export function fromLine(pieces: Pieces, line: number, passed: (record: RawRecord) => void): Pieces {
  return withoutFirst(pieces, (record) => {
    if (record.line >= line) return false;
    refuseMiddle(record, line);
    passed(record);
    return true;
  });
}

function refuseMiddle(record: RawRecord, line: number): void {
  if (record.next <= line) return;
  throw new UsageError(
    `第 ${line} 行在一条记录的中间：这一条从第 ${record.line} 行到第 ${record.next - 1} 行。请写 --from-line ${record.line} 或 ${record.next}。`,
    { code: 'wrong-line' },
  );
}

/**
 * The records after those that an earlier run wrote the lines of. Throws a `UsageError` where these are not
 * the lines of this input: the first and the last are made again and must be the same bytes, and there must
 * be a line for each record between them.
 */
export async function* afterWritten(
  pieces: Pieces,
  written: WrittenLines,
  makeLine: (record: RawRecord) => string,
): AsyncGenerator<readonly RawRecord[]> {
  const { count, first, last } = written;
  let seen = 0;
  const rest = withoutFirst(pieces, (record) => {
    if (record.line > last.line) return false;
    seen++;
    if (record.line === first.line) refuseOther(written, first.text, makeLine(record));
    if (record.line === last.line) refuseOther(written, last.text, makeLine(record));
    return true;
  });
  for await (const piece of rest) {
    if (piece.length === 0) continue;
    refuseCount(written, seen);
    yield piece;
  }
  refuseCount(written, seen);
  function refuseCount({ path }: WrittenLines, found: number): void {
    if (found === count) return;
    throw otherOutput(path, `它写了 ${count} 条，到第 ${last.line} 行为止；输入到那里有 ${found} 条`);
  }
}

function refuseOther({ path }: WrittenLines, before: string, now: string): void {
  if (before === now) return;
  const [dateBefore, dateNow] = [before, now].map((line) => /"date":"(\d{4}-\d\d-\d\d)"/.exec(line)?.[1]);
  if (dateBefore && dateNow && dateBefore !== dateNow && before.replaceAll(dateBefore, dateNow) !== before) {
    throw otherOutput(
      path,
      `它是按 ${dateBefore} 的规定算的，这次是 ${dateNow}。接着做请加 --date ${dateBefore}`,
    );
  }
  throw otherOutput(path, '同一条记录，这次算出来的和里面写的不一样：事项、输入、选项或 yibao 的版本变过');
}

function otherOutput(path: string, why: string): UsageError {
  return new UsageError(`不能接着写 ${path}：${why}。要从头做，请换个文件名，或者用 --force 盖掉它。`, {
    code: 'other-output',
  });
}

/** The records without those at the beginning for which `isPassed` holds. */
async function* withoutFirst(
  pieces: Pieces,
  isPassed: (record: RawRecord) => boolean,
): AsyncGenerator<readonly RawRecord[]> {
  let isSkipping = true;
  for await (const piece of pieces) {
    if (!isSkipping) {
      yield piece;
      continue;
    }
    const kept = piece.findIndex((record) => !isPassed(record));
    isSkipping = kept < 0;
    yield isSkipping ? [] : piece.slice(kept);
  }
}
