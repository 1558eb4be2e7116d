import type { RawRecord } from '../../load/records/raw-record.ts';
import { documentName, nameKey } from './document-name.ts';
import { type RecordLayout, readRecord } from './record-layout.ts';

/** A record that may get a document of its own. */
export interface NamedRecord extends RawRecord {
  /** The name of its file; absent where no documents are made, or the record cannot be read. */
  readonly file?: string;
  /** The line of the record that has a file of this name already. */
  readonly taken?: number;
}

/** Gives out file names, each once in a run. */
export class NameBook {
  readonly #layout: RecordLayout;
  readonly #suffix: string;
  readonly #lines = new Map<string, number>();

  constructor(layout: RecordLayout, suffix: string) {
    this.#layout = layout;
    this.#suffix = suffix;
  }

  /** Claims a name for a record, by its id or its line; one that cannot be read gets none. */
  claim(raw: RawRecord): NamedRecord {
    const read = readRecord(raw, this.#layout);
    if ('fault' in read) return raw;
    const file = `${documentName(read.record.id, raw.line)}${this.#suffix}`;
    const key = nameKey(file);
    const taken = this.#lines.get(key);
    if (taken !== undefined) return { ...raw, file, taken };
    this.#lines.set(key, raw.line);
    return { ...raw, file };
  }

  /** Claims names for all records of a run, as they come. */
  async *claimAll(pieces: AsyncIterable<readonly RawRecord[]>): AsyncGenerator<readonly NamedRecord[]> {
    for await (const piece of pieces) yield piece.map((raw) => this.claim(raw));
  }
}
