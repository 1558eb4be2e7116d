import { type FileHandle, open } from 'node:fs/promises';
import type { Output } from '../context.ts';
import { CouldNotFinishError, describeSystemError } from '../errors.ts';

/** Where lines go, in order. */
export interface TextSink {
  /** Waits until the bytes are not needed any more. */
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<void>;
}

/** Writes to a stream no faster than its reader reads. */
export function streamSink(stream: Output): TextSink {
  return {
    write: async (bytes) => {
      try {
        await new Promise<void>((resolve, reject) => {
          stream.write(bytes, (error) => (error ? reject(error) : resolve()));
        });
      } catch {
        // Whoever listens to the stream's errors tells of this one, and ends the process.
        await new Promise(() => {});
      }
    },
    end: async () => {},
  };
}

/**
 * Writes to a file: a new one, or after the first `keep` bytes of one that is there. The file is not touched
 * before the first write. Throws a `CouldNotFinishError` where the disk is in the way.
 */
export function fileSink(path: string, keep: number | undefined): TextSink {
  let opened: Promise<FileHandle> | undefined;
  const handle = () => {
    opened ??= openAt(path, keep);
    return opened;
  };
  const attempt = async (act: (file: FileHandle) => Promise<void>) => {
    try {
      await act(await handle());
    } catch (error) {
      throw new CouldNotFinishError(`写不了 ${path}：${describeSystemError(error)}。`);
    }
  };
  return {
    write: (bytes) => attempt((file) => file.appendFile(bytes)),
    end: () => attempt((file) => file.close()),
  };
}

async function openAt(path: string, keep: number | undefined): Promise<FileHandle> {
  const handle = await open(path, keep === undefined ? 'w' : 'a');
  if (keep !== undefined) await handle.truncate(keep);
  return handle;
}
