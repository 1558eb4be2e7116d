import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

/** The bytes of a file, or why it is not read. */
export type PlainFile =
  | { readonly bytes: Uint8Array }
  | { readonly refused: 'link' | 'not-a-file' | 'too-big' };

/**
 * Reads a file that a stranger may have put there: not through a link, which may lead anywhere, nothing that
 * is no file (a pipe or a device may never end), and no more than `most` bytes. Rejects as the system does
 * where it cannot be opened.
 */
export async function readPlainFile(path: string, most: number): Promise<PlainFile> {
  // Without O_NONBLOCK, opening a pipe waits for somebody to write.
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let file: Awaited<ReturnType<typeof open>>;
  try {
    file = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ELOOP') return { refused: 'link' };
    if (code === 'ENXIO') return { refused: 'not-a-file' };
    throw error;
  }
  try {
    const found = await file.stat();
    if (!found.isFile()) return { refused: 'not-a-file' };
    if (found.size > most) return { refused: 'too-big' };
    // It may grow while it is read.
    const bytes = new Uint8Array(Math.min(found.size, most));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, bytesRead) };
  } finally {
    await file.close();
  }
}
