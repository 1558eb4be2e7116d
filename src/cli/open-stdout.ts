import { fstatSync, writeSync } from 'node:fs';
import { Writable } from 'node:stream';
import type { OutputStream } from './context.ts';

const STDOUT = 1;

/**
 * The standard output. Node writes to a file once and takes it for written even where the disk took only
 * a part; this goes on to the end, so that a full disk is an error and never a result that breaks off.
 */
export function openStdout(): OutputStream {
  return isFile(STDOUT) ? new FileStream(STDOUT) : process.stdout;
}

class FileStream extends Writable {
  readonly #file: number;

  constructor(file: number) {
    super({ decodeStrings: true });
    this.#file = file;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    try {
      let written = 0;
      while (written < chunk.length) written += writeSync(this.#file, chunk, written);
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}
