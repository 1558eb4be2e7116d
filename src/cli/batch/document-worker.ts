import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Format } from '../../render/format-names.ts';
import { RENDERERS } from '../../render/formats.ts';
import { formatJson } from '../../render/json.ts';
import type { FontFile, Rendered } from '../../render/renderer.ts';
import { CouldNotFinishError } from '../errors.ts';
import { readFont } from '../font-file.ts';
import { writeAtomically } from '../output-file.ts';
import { resultDocument } from '../write-result.ts';
import type { NamedRecord } from './claim-names.ts';
import {
  type BatchTask,
  documentOf,
  type ErrorDocument,
  evaluateRecord,
  type FinishedRecord,
} from './evaluate-record.ts';
import { isInput } from './is-input.ts';
import { LineBuffer } from './line-buffer.ts';
import { renderErrorLine, renderFileLine } from './record-lines.ts';
import type { RecordWorker } from './run-records.ts';
import { existsSentence, isInputSentence, notAFileSentence, takenSentence } from './wording.ts';

/** How each record gets a document of its own. */
export interface DocumentTask {
  readonly folder: string;
  /** The file of records; absent for stdin. */
  readonly input?: string | undefined;
  readonly format: Exclude<Format, 'terminal'>;
  /** What to do with a file that is there: write over it, leave it as finished, or refuse. */
  readonly existing: 'replace' | 'keep' | 'refuse';
  readonly why?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly font?: string | undefined;
  /** The address of the package's folder, where the usual font is. */
  readonly packageRoot: string;
}

/** Writes documents on this thread, one after another. */
export function documentWorker(task: BatchTask, documents: DocumentTask): RecordWorker {
  const makeDocument = documentMaker(task, documents);
  return {
    size: 1,
    depth: 1,
    run: async (records, memory) => {
      const lines = new LineBuffer(memory);
      let failed = 0;
      for (const record of records) {
        const made = await makeDocument(record);
        lines.text(made.text);
        failed += made.failed;
      }
      return { bytes: lines.take(), failed };
    },
  };
}

/** Writes one record's document and gives its line. A disk that is in the way ends the run. */
function documentMaker(
  task: BatchTask,
  documents: DocumentTask,
): (record: NamedRecord) => Promise<{ text: string; failed: number }> {
  const { folder, existing } = documents;
  const render = documentRenderer(documents);
  const makeFile = async (path: string, finished: FinishedRecord): Promise<ErrorDocument | undefined> => {
    try {
      await writeAtomically(path, await render(finished));
      return undefined;
    } catch (error) {
      if (error instanceof CouldNotFinishError) throw error;
      return documentOf(error);
    }
  };
  return async (record) => {
    const result = evaluateRecord(task, record);
    const { id } = result;
    const path = join(folder, record.file ?? '');
    const there = 'error' in result ? undefined : whatIsAt(path);
    const isKept = existing === 'keep' && there?.isFile() === true;
    let error = 'error' in result ? result.error : conflictOf(record, path, documents, there);
    if (!error && !isKept && 'finished' in result) error = await makeFile(path, result.finished);
    return error
      ? { text: renderErrorLine(record, id, error), failed: 1 }
      : { text: renderFileLine(record, id, path), failed: 0 };
  };
}

/** What keeps a document from being written, if anything does. */
function conflictOf(
  { taken }: NamedRecord,
  path: string,
  { existing, input }: DocumentTask,
  there: Stats | undefined,
): ErrorDocument | undefined {
  if (taken !== undefined) return conflict('same-file', takenSentence(path, taken));
  if (!there) return undefined;
  if (!there.isFile()) return conflict('not-a-file', notAFileSentence(path));
  if (existing === 'refuse') return conflict('file-exists', existsSentence(path));
  return existing === 'replace' && isInput(path, input)
    ? conflict('same-file', isInputSentence(path))
    : undefined;
}

/** A link is not followed: what is written must stay in the folder. */
function whatIsAt(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    // Writing will tell what is in the way.
    return undefined;
  }
}

function conflict(code: string, message: string): ErrorDocument {
  return { code, message, missing: [], problems: [] };
}

/** Reads a font once for all documents. */
function documentRenderer({ format, why, large, font: path, packageRoot }: DocumentTask) {
  let opened: Promise<FontFile> | undefined;
  const font = () => {
    opened ??= readFont({ packageRoot: new URL(packageRoot) }, path);
    return opened;
  };
  return async (finished: FinishedRecord): Promise<Rendered> => {
    if (format === 'json') return `${formatJson(resultDocument(finished))}\n`;
    return RENDERERS[format].render(finished.checklist, { why, large, font });
  };
}
