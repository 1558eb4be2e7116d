import { type FileHandle, open } from 'node:fs/promises';
import { describeSystemError, UsageError } from '../errors.ts';

/** One line of an earlier run's output. */
interface WrittenLine {
  /** Of the input. */
  readonly line: number;
  /** With its line end. */
  readonly text: string;
}

/** The whole lines that an earlier run wrote. */
export interface WrittenLines {
  readonly path: string;
  readonly count: number;
  readonly failed: number;
  readonly first: WrittenLine;
  readonly last: WrittenLine;
  /** The bytes that they take; what follows is the beginning of one more. */
  readonly bytes: number;
}

const HEAD =
  /^\{"line":(\d+),(?:"record":\d+,)?"id":(?:null|-?[\d.eE+-]+|"(?:[^"\\]|\\.)*"),"ok":(true|false),/;
const LINE_FEED = 10;

/** Most ids are shorter; a longer one costs a look at the whole line. */
const HEAD_BYTES = 512;

/** Bytes of a beginning with the longest id, each of its characters escaped. */
const LONGEST_HEAD = 2_000_000;

/** Bytes of a line, several times the longest of ours; a file of somebody else may have any. */
const LONGEST_LINE = 10_000_000;

/**
 * Reads what an earlier run wrote, in constant memory; `undefined` where there is no such file, or no whole
 * line in it. Throws a `UsageError` for a file that no such run wrote.
 */
export async function readOutput(path: string): Promise<WrittenLines | undefined> {
  const handle = await openForReading(path);
  if (!handle) return undefined;
  try {
    const scan = await scanLines(handle, path);
    if (!scan.first || !scan.last) {
      await refuseOtherStart(handle, path);
      return undefined;
    }
    const { count, failed, bytes } = scan;
    const [first, last] = [await readSpan(handle, scan.first), await readSpan(handle, scan.last)];
    return { path, count, failed, first, last, bytes };
  } finally {
    await handle.close();
  }
}

async function openForReading(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new UsageError(`读不了 ${path}：${describeSystemError(error)}。`, { code: 'unreadable-file' });
  }
}

interface Span {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

interface Scan {
  count: number;
  failed: number;
  bytes: number;
  first?: Span;
  last?: Span;
}

async function scanLines(handle: FileHandle, path: string): Promise<Scan> {
  const scan: Scan = { count: 0, failed: 0, bytes: 0 };
  const chunk = Buffer.allocUnsafe(256 * 1024);
  const head = Buffer.allocUnsafe(HEAD_BYTES);
  let [headed, offset] = [0, 0];
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, offset);
    if (bytesRead === 0) return scan;
    let from = 0;
    while (from < bytesRead) {
      const found = chunk.subarray(0, bytesRead).indexOf(LINE_FEED, from);
      const to = found < 0 ? bytesRead : found;
      headed += chunk.copy(head, headed, from, Math.min(to, from + HEAD_BYTES - headed));
      if (found < 0) break;
      const end = offset + found + 1;
      await countLine(scan, { handle, path, end, head: head.toString('latin1', 0, headed) });
      headed = 0;
      from = found + 1;
    }
    offset += bytesRead;
  }
}

async function countLine(
  scan: Scan,
  { handle, path, end, head }: { handle: FileHandle; path: string; end: number; head: string },
): Promise<void> {
  const from = scan.bytes;
  if (end - from > LONGEST_LINE) throw notOurs(path, scan.count + 1);
  const whole = { line: 0, from, to: Math.min(end, from + LONGEST_HEAD) };
  const matched = HEAD.exec(head) ?? HEAD.exec((await readSpan(handle, whole)).text);
  const line = Number(matched?.[1]);
  if (!matched || line <= (scan.last?.line ?? 0)) {
    throw notOurs(path, scan.count + 1);
  }
  scan.count++;
  if (matched[2] === 'false') scan.failed++;
  scan.bytes = end;
  scan.last = { line, from, to: end };
  scan.first ??= scan.last;
}

/** What has no whole line is written over, so it must be the beginning of one. */
async function refuseOtherStart(handle: FileHandle, path: string): Promise<void> {
  const { text } = await readSpan(handle, { line: 0, from: 0, to: START.length });
  if (!START.startsWith(text)) throw notOurs(path, 1);
}

const START = '{"line":';

function notOurs(path: string, line: number): UsageError {
  return new UsageError(
    `不能接着写 ${path}：它的第 ${line} 行不是 yibao batch 写的。请换个文件名，或者用 --force 盖掉它。`,
    { code: 'other-output' },
  );
}

async function readSpan(
  handle: FileHandle,
  { line, from, to }: Span,
): Promise<{ line: number; text: string }> {
  const bytes = Buffer.alloc(to - from);
  const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
  return { line, text: bytes.toString('utf8', 0, bytesRead) };
}
