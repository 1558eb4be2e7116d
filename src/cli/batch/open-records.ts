import { decodeText } from '../../load/records/decode-text.ts';
import type { Encoding } from '../../load/records/encodings.ts';
import { LONGEST_RECORD, type RawRecord, type RecordSplitter } from '../../load/records/raw-record.ts';
import { type CsvSplitter, splitCsv } from '../../load/records/split-csv.ts';
import { splitLines } from '../../load/records/split-lines.ts';
import type { Flow } from '../../model/flow.ts';
import { UsageError } from '../errors.ts';
import type { BatchInput } from './open-input.ts';
import { readHeader } from './read-header.ts';
import type { RecordLayout } from './record-layout.ts';

/** What the command line says of the input. */
export interface InputOptions {
  readonly kind?: 'csv' | 'ndjson' | undefined;
  readonly encoding?: Encoding | undefined;
  /** Columns and keys that are passed over. */
  readonly ignored: ReadonlySet<string>;
}

/** The records of an input, as they come. */
export interface RecordSource {
  readonly layout: RecordLayout;
  /** One list for each piece of the input; perhaps an empty one. */
  readonly pieces: AsyncIterable<readonly RawRecord[]>;
}

/**
 * Reads as far as it takes to know how the records are written: by what was said, by the file's ending,
 * else by the first character. Throws a `UsageError` for a header that will not do, or for no text at all.
 */
export async function openRecords(
  input: BatchInput,
  flow: Flow,
  options: InputOptions,
): Promise<RecordSource> {
  const texts = readTexts(input, options.encoding)[Symbol.asyncIterator]();
  const begun = await skipBlank(texts);
  if (!begun) {
    return {
      layout: { kind: 'ndjson', ignored: options.ignored },
      pieces: cutAll('', texts, splitLines()),
    };
  }
  const kind = options.kind ?? kindOfFile(input.path) ?? kindOfText(begun.text);
  if (kind === 'ndjson') {
    const splitter = splitLines(LONGEST_RECORD, begun.line);
    return { layout: { kind, ignored: options.ignored }, pieces: cutAll(begun.text, texts, splitter) };
  }
  return openTable(begun, texts, flow, options.ignored);
}

/** The text from its first line on that is not empty, and the number of that line. */
interface Begun {
  readonly text: string;
  readonly line: number;
}

/** Passes over empty lines, however many; `undefined` where there is nothing else. */
async function skipBlank(texts: AsyncIterator<string>): Promise<Begun | undefined> {
  let [text, line] = ['', 1];
  while (text.length <= LONGEST_RECORD && text.trim() === '') {
    const { value, done } = await texts.next();
    if (done) return undefined;
    text += value;
    if (text.trim() !== '') break;
    line += text.split('\n').length - 1;
    text = text.slice(text.lastIndexOf('\n') + 1);
  }
  return { text, line };
}

async function* readTexts(input: BatchInput, encoding: Encoding | undefined): AsyncGenerator<string> {
  const decoder = decodeText(encoding);
  let [isFirst, unbroken] = [true, 0];
  for await (const bytes of input.bytes) {
    if (isFirst) refuseWorkbook(bytes, input.name);
    isFirst = false;
    const text = decoder.write(bytes);
    const lineEnd = text.lastIndexOf('\n');
    unbroken = lineEnd < 0 ? unbroken + text.length : text.length - lineEnd - 1;
    if (unbroken > MOST_UNBROKEN) throw endless(input.name);
    yield text;
  }
  yield decoder.end();
}

/** Characters without a line end after which nobody reads on: it is a device, or no text. */
const MOST_UNBROKEN = 200_000_000;

function endless(name: string): UsageError {
  return new UsageError(
    `${name} 里有一行，读了 ${MOST_UNBROKEN / 1e8} 亿字还没有完，不像是名单，没有再读下去。`,
    {
      code: 'unreadable-file',
    },
  );
}

/** Spreadsheet programs' own files: a ZIP, or an OLE document. */
function refuseWorkbook(bytes: Uint8Array, name: string): void {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (start !== '504b0304' && start !== 'd0cf11e0') return;
  throw new UsageError(`${name} 是 Excel 工作簿，不是文本。请在 Excel 里另存为 CSV，再给 yibao。`, {
    code: 'unreadable-file',
  });
}

function kindOfFile(path: string | undefined): 'csv' | 'ndjson' | undefined {
  if (path === undefined) return undefined;
  if (/\.(?:csv|tsv|tab)$/i.test(path)) return 'csv';
  return /\.(?:ndjson|jsonl|json)$/i.test(path) ? 'ndjson' : undefined;
}

function kindOfText(text: string): 'csv' | 'ndjson' {
  return ['{', '['].includes(text.trimStart()[0] ?? '') ? 'ndjson' : 'csv';
}

async function openTable(
  { text, line }: Begun,
  texts: AsyncIterator<string>,
  flow: Flow,
  ignored: ReadonlySet<string>,
): Promise<RecordSource> {
  const splitter: CsvSplitter = splitCsv(LONGEST_RECORD, line);
  let records = splitter.write(text);
  while (records.length === 0) {
    const { value, done } = await texts.next();
    records = done ? splitter.end() : splitter.write(value);
    if (done && records.length === 0) break;
  }
  const [header, ...first] = records;
  if (!header) return { layout: { kind: 'ndjson', ignored }, pieces: cutAll('', texts, splitLines()) };
  const { delimiter } = splitter;
  const columns = readHeader(flow, header, delimiter, ignored);
  return { layout: { kind: 'csv', delimiter, columns }, pieces: cutAll('', texts, splitter, first) };
}

async function* cutAll(
  begun: string,
  texts: AsyncIterator<string>,
  splitter: RecordSplitter,
  first: readonly RawRecord[] = [],
): AsyncGenerator<readonly RawRecord[]> {
  yield first;
  yield splitter.write(begun);
  for (let next = await texts.next(); !next.done; next = await texts.next()) yield splitter.write(next.value);
  yield splitter.end();
}
