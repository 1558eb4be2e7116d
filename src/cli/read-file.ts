import { isUtf8 } from 'node:buffer';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import type { InputStream, World } from './context.ts';
import { describeSystemError, UsageError } from './errors.ts';

/** A file of answers has some thousand bytes. */
const MOST_BYTES = 750_000;

/** The text of a file that was named on the command line; `-` is stdin, which is opened only then. */
export async function readTextFile(path: string, world: Pick<World, 'stdin'>): Promise<string> {
  const bytes = path === '-' ? await readStdin(world.stdin) : await readBytes(path);
  const name = path === '-' ? '标准输入' : path;
  if (bytes.length === 0) throw unreadable(name, `里面什么都没有。${HOW_TO_BEGIN}`);
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') return decode(bytes, encoding, name);
  if (bytes.includes(0)) throw unreadable(name, '它不是文本文件');
  if (!isUtf8(bytes)) throw notUtf8(name);
  return Buffer.from(bytes).toString().replace(BYTE_ORDER_MARK, '');
}

const BYTE_ORDER_MARK = /^\ufeff/;

function decode(bytes: Uint8Array, encoding: string, name: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw notUtf8(name);
  }
}

function notUtf8(name: string): UsageError {
  return unreadable(name, '它不是 UTF-8 编码，请另存为 UTF-8');
}

/** What `>` of Windows PowerShell writes begins with the mark of UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

const HOW_TO_BEGIN = '要一份空的回答文件，请写：yibao questions 事项名 > 回答.yaml';

function unreadable(name: string, why: string): UsageError {
  return new UsageError(`读不了 ${name}：${why}。`, { code: 'unreadable-file' });
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return readPlainFile(path) ?? (await readAtMost(createReadStream(path), path));
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const why = describeSystemError(error);
    throw unreadable(path, isAbsent(error) ? `${why}。${HOW_TO_BEGIN}` : why);
  }
}

/** A file on a disk, of a size that may be, is read at once: waiting for a stream takes longer. */
function readPlainFile(path: string): Uint8Array | undefined {
  const found = statSync(path);
  // Files that a system makes up as they are read have no size beforehand.
  const isPlain = found.isFile() && found.size > 0 && found.size <= MOST_BYTES;
  return isPlain ? readFileSync(path) : undefined;
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

async function readStdin(stdin: InputStream): Promise<Uint8Array> {
  if (stdin.isTTY) {
    throw new UsageError('--answers - 要从管道读回答，如：cat 回答.yaml | yibao yidi --answers -。');
  }
  return await readAtMost(stdin, '标准输入');
}

/** All that comes, up to a limit: a device or a pipe may never end. */
async function readAtMost(stream: AsyncIterable<string | Uint8Array>, name: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > MOST_BYTES) throw unreadable(name, `它太大了，回答最多 ${MOST_BYTES} 字节`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
