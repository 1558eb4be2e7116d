import { fstatSync, writeSync } from 'node:fs';
import type { Output } from './context.ts';

const STDOUT = 1;

/**
 * The standard output. A file, a pipe or a socket is written to directly: to open Node's stream for it takes
 * a tenth of Node's own start. `fail` hears of what cannot be written.
 *
 * Node writes to a file once and takes it for written even where the disk took only a part; this goes on
 * to the end, so that a full disk is an error and never a result that breaks off.
 */
export function openStdout(fail: (error: Error) => void): Output {
  return isPlain(STDOUT) ? new DirectOutput(STDOUT, fail) : openStream(fail);
}

function openStream(fail: (error: Error) => void): Output {
  return process.stdout.on('error', fail);
}

class DirectOutput implements Output {
  readonly #file: number;
  readonly #fail: (error: Error) => void;
  /** What takes the rest, once a reader is so slow that writing would not wait for it. */
  #stream: Output | undefined;

  constructor(file: number, fail: (error: Error) => void) {
    this.#file = file;
    this.#fail = fail;
  }

  write(chunk: Uint8Array | string, done: (error?: Error | null) => void = () => {}): boolean {
    if (this.#stream) return this.#stream.write(chunk, done);
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let written = 0;
    try {
      while (written < bytes.length) written += writeSync(this.#file, bytes, written);
    } catch (error) {
      if (isFull(error)) {
        this.#stream = openStream(this.#fail);
        return this.#stream.write(bytes.subarray(written), done);
      }
      this.#fail(error as Error);
      done(error as Error);
      return false;
    }
    done();
    return true;
  }
}

/** A pipe that another process has set not to wait. */
function isFull(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EAGAIN';
}

/** Whether bytes arrive as they are: a terminal may want them in another form. */
function isPlain(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    return stat.isFile() || stat.isFIFO() || stat.isSocket();
  } catch {
    return false;
  }
}
