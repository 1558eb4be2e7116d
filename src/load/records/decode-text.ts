import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import type { Encoding } from './encodings.ts';

/** Turns bytes into text as they come. */
export interface TextStream {
  /** The text of these bytes, as far as it is certain; the rest comes with the next ones. */
  write(bytes: Uint8Array): string;
  /** What was held back. */
  end(): string;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];
const LONGEST_MARK = 4;

/** A line without end is judged by its beginning. */
const LONGEST_JUDGED = 64 * 1024;

const LINE_FEED = 10;

/**
 * Decodes a stream of unknown encoding. A byte order mark decides; else the first line that has a byte
 * above 127: UTF-8 if it is valid UTF-8, GB18030 if not. Before that line all is ASCII, so nothing waits
 * for the decision. A named encoding is taken as it is. What cannot be decoded becomes U+FFFD.
 */
export function decodeText(named?: Encoding): TextStream {
  return new Decoder(named);
}

class Decoder implements TextStream {
  readonly #named: Encoding | undefined;
  #held: Uint8Array = new Uint8Array(0);
  #decoder: TextStream | undefined;
  #isMarkSought = true;

  constructor(named: Encoding | undefined) {
    this.#named = named;
  }

  write(bytes: Uint8Array): string {
    if (this.#decoder) return this.#decoder.write(bytes);
    this.#held = this.#held.length === 0 ? bytes : Buffer.concat([this.#held, bytes]);
    return this.#decodeHeld(false);
  }

  end(): string {
    const held = this.#decoder ? '' : this.#decodeHeld(true);
    return held + (this.#decoder?.end() ?? '');
  }

  #decodeHeld(isEnd: boolean): string {
    if (this.#isMarkSought) {
      if (this.#held.length < LONGEST_MARK && !isEnd) return '';
      this.#isMarkSought = false;
      const mark = markOf(this.#held, this.#named);
      if (mark) return this.#decide(...mark);
    }
    return this.#named ? this.#decide(this.#named, 0) : this.#judge(isEnd);
  }

  /** Passes on what is ASCII, and decides by the first line that is not. */
  #judge(isEnd: boolean): string {
    const high = firstHighByte(this.#held);
    const text = asBuffer(this.#held.subarray(0, high)).toString('latin1');
    this.#held = this.#held.subarray(high);
    const lineEnd = this.#held.indexOf(LINE_FEED);
    const isWhole = lineEnd >= 0 || isEnd;
    if (this.#held.length === 0 || !(isWhole || this.#held.length >= LONGEST_JUDGED)) return text;
    const line = lineEnd < 0 ? this.#held : this.#held.subarray(0, lineEnd);
    return text + this.#decide(isUtf8(line, !isWhole) ? 'utf-8' : 'gb18030', 0);
  }

  #decide(encoding: Encoding, from: number): string {
    this.#decoder = openDecoder(encoding);
    const bytes = this.#held.subarray(from);
    this.#held = new Uint8Array(0);
    return this.#decoder.write(bytes);
  }
}

function markOf(bytes: Uint8Array, named: Encoding | undefined): [Encoding, number] | undefined {
  const found = MARKS.find(
    ([encoding, mark]) =>
      (named === undefined || named === encoding) && mark.every((byte, index) => bytes[index] === byte),
  );
  return found && [found[0], found[1].length];
}

function firstHighByte(bytes: Uint8Array): number {
  if (isAscii(bytes)) return bytes.length;
  return bytes.findIndex((byte) => byte > 127);
}

/** `isCut`: the bytes may end within a character. */
function isUtf8(bytes: Uint8Array, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return true;
  } catch {
    return false;
  }
}

function openDecoder(encoding: Encoding): TextStream {
  if (encoding === 'utf-8') {
    // Several times as fast as a streaming TextDecoder.
    const decoder = new StringDecoder('utf8');
    return { write: (bytes) => decoder.write(asBuffer(bytes)), end: () => decoder.end() };
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return {
    write: (bytes) => decoder.decode(bytes, { stream: true }),
    end: () => decoder.decode(),
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
