import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { CliContext } from '../context.ts';
import { describeSystemError, UsageError } from '../errors.ts';
import { batchWords } from './wording.ts';

/** The bytes of a run's input, as they come. */
export interface BatchInput {
  /** The file; absent for stdin. */
  readonly path?: string;
  readonly name: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  readonly bytes: AsyncIterable<Uint8Array>;
  /** How many bytes were read so far. */
  taken(): number;
  /** Reads no further, also where the next bytes are waited for. A pipe left open would keep the process. */
  close(): void;
}

/** Opens the file, or stdin where none or `-` is named. Throws a `UsageError` where it cannot be read. */
export async function openInput(context: CliContext, flow: string, path = '-'): Promise<BatchInput> {
  const { stream, ...opened } = path === '-' ? readStdin(context, flow) : await readNamed(path);
  let count = 0;
  let isClosed = false;
  const counted = async function* () {
    try {
      for await (const chunk of stream) {
        const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        count += bytes.length;
        yield bytes;
      }
    } catch (error) {
      if (!isClosed) throw unreadable(opened.name, error);
    }
  };
  const close = () => {
    isClosed = true;
    stream.destroy();
  };
  return { ...opened, bytes: counted(), taken: () => count, close };
}

function readStdin({ stdin }: CliContext, flow: string) {
  if (stdin.isTTY) {
    throw new UsageError(
      `没有输入。请写明文件，如 yibao batch ${flow} 名单.csv，或者从管道给它：cat 名单.ndjson | yibao batch ${flow}`,
    );
  }
  return { name: batchWords.stdin, stream: stdin as Readable };
}

async function readNamed(path: string) {
  try {
    const handle = await open(path);
    const stats = await handle.stat();
    if (stats.isDirectory()) {
      await handle.close();
      throw Object.assign(new Error('a folder'), { code: 'EISDIR' });
    }
    const size = stats.isFile() ? { size: stats.size } : {};
    return { path, name: path, ...size, stream: handle.createReadStream() as Readable };
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(name: string, error: unknown): UsageError {
  return new UsageError(`读不了 ${name}：${describeSystemError(error)}。`, { code: 'unreadable-file' });
}
