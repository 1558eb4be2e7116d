import type { LineSink, SharedText } from '../../render/json-line.ts';

const USUAL = 512 * 1024;
/** UTF-8 takes at most so many bytes for a unit of a text. */
const MOST_BYTES = 3;

/** Gathers lines as bytes, in one piece of memory that is used again and again. */
export class LineBuffer implements LineSink {
  #bytes = Buffer.allocUnsafeSlow(USUAL);
  #length = 0;

  text(text: string): void {
    this.#reserve(text.length * MOST_BYTES);
    this.#length += this.#bytes.write(text, this.#length);
  }

  shared({ bytes }: SharedText): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was gathered. It holds until the next piece comes. */
  take(): Uint8Array {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#length = 0;
    // One very long line must not be paid for to the end.
    if (this.#bytes.length > USUAL) this.#bytes = Buffer.allocUnsafeSlow(USUAL);
    return taken;
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
