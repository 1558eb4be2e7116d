import type { LineSink } from '../../render/json-line.ts';

/** Bytes that the lines of a usual list of records fit in. */
export const USUAL_BYTES = 512 * 1024;

/** UTF-8 takes at most so many bytes for a unit of a text. */
const MOST_BYTES = 3;
/** Text is gathered up to so many units; a long one of many pieces is slow to put together. */
const LONGEST_TEXT = 4096;
const COMMA = ','.charCodeAt(0);

/** Gathers lines as bytes, in a piece of memory that may be used again and again. */
export class LineBuffer implements LineSink {
  #bytes: Buffer;
  #length = 0;
  /** Text that is not bytes yet. Many small pieces cost more to turn into bytes than one. */
  #text = '';

  /** `memory` is written over. */
  constructor(memory: ArrayBuffer = new ArrayBuffer(USUAL_BYTES)) {
    this.#bytes = Buffer.from(memory);
  }

  text(text: string): void {
    this.#text += text;
    if (this.#text.length > LONGEST_TEXT) this.#settle(0);
  }

  shared(bytes: Uint8Array): void {
    this.#settle(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** What was gathered: in the memory that was given, unless it was too small. */
  take(): Uint8Array<ArrayBuffer> {
    this.#settle(0);
    return this.#bytes.subarray(0, this.#length) as Uint8Array<ArrayBuffer>;
  }

  /** Makes the text bytes, and room for so many more. */
  #settle(more: number): void {
    const text = this.#text;
    this.#reserve(text.length * MOST_BYTES + more);
    if (text === ',') this.#bytes[this.#length++] = COMMA;
    else this.#length += this.#bytes.write(text, this.#length);
    this.#text = '';
  }

  #reserve(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(needed * 2);
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}
