import { existsSync } from 'node:fs';
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
import { type BatchTask, documentOf, evaluateRecord, type FinishedRecord } from './evaluate-record.ts';
import { renderErrorLine, renderFileLine } from './record-lines.ts';
import type { BatchOutput, RecordWorker } from './run-records.ts';
import { existsSentence, takenSentence } from './wording.ts';

/** How each record gets a document of its own. */
export interface DocumentTask {
  readonly folder: string;
  readonly format: Exclude<Format, 'terminal'>;
  /** What to do with a file that is there: write over it, leave it as finished, or refuse. */
  readonly existing: 'replace' | 'keep' | 'refuse';
  readonly why?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly font?: string | undefined;
  readonly packageRoot: URL;
}

/** Writes documents on this thread, one after another. */
export function documentWorker(task: BatchTask, documents: DocumentTask): RecordWorker<NamedRecord> {
  const makeDocument = documentMaker(task, documents);
  return {
    size: 1,
    depth: 1,
    run: async (records) => {
      let text = '';
      let failed = 0;
      for (const record of records) {
        const made = await makeDocument(record);
        text += made.text;
        failed += made.failed;
      }
      return { text, failed };
    },
  };
}

/** Writes one record's document and gives its line. A disk that is in the way ends the run. */
export function documentMaker(
  task: BatchTask,
  documents: DocumentTask,
): (record: NamedRecord) => Promise<BatchOutput> {
  const render = documentRenderer(documents);
  return async (record) => {
    const path = join(documents.folder, record.file);
    const result = evaluateRecord(task, record);
    const { id } = result;
    const refuse = (error: unknown) => ({ text: renderErrorLine(record, id, error), failed: 1 });
    if ('error' in result) return refuse(result.error);
    if (record.taken !== undefined) return refuse(conflict('same-file', takenSentence(path, record.taken)));
    const made = { text: renderFileLine(record, id, path), failed: 0 };
    if (documents.existing !== 'replace' && existsSync(path)) {
      return documents.existing === 'keep' ? made : refuse(conflict('file-exists', existsSentence(path)));
    }
    try {
      await writeAtomically(path, await render(result.finished));
      return made;
    } catch (error) {
      if (error instanceof CouldNotFinishError) throw error;
      return refuse(documentOf(error));
    }
  };
}

function conflict(code: string, message: string) {
  return { code, message, missing: [], problems: [] };
}

/** Reads a font once for all documents. */
function documentRenderer({ format, why, large, font: path, packageRoot }: DocumentTask) {
  let opened: Promise<FontFile> | undefined;
  const font = () => {
    opened ??= readFont({ packageRoot }, path);
    return opened;
  };
  return async (finished: FinishedRecord): Promise<Rendered> => {
    if (format === 'json') return `${formatJson(resultDocument(finished))}\n`;
    return RENDERERS[format].render(finished.checklist, { why, large, font });
  };
}
