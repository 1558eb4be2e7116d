import { mkdir } from 'node:fs/promises';
import type { CancelReason } from '../../interview/cancelled.ts';
import type { RawRecord } from '../../load/records/raw-record.ts';
import { endingsOf } from '../../render/format-names.ts';
import type { CliContext } from '../context.ts';
import { CouldNotFinishError, describeSystemError, UsageError } from '../errors.ts';
import { BatchInterrupted } from './batch-interrupted.ts';
import type { BatchOptions } from './batch-options.ts';
import { NameBook, type NamedRecord } from './claim-names.ts';
import type { BatchTask } from './evaluate-record.ts';
import { lineMaker } from './line-worker.ts';
import type { BatchInput } from './open-input.ts';
import { openWorker } from './open-worker.ts';
import type { BatchTarget } from './plan-batch.ts';
import { readOutput, type WrittenLines } from './read-output.ts';
import { type BatchTally, runRecords } from './run-records.ts';
import { afterWritten, fromLine } from './select-records.ts';
import { fileSink, streamSink, type TextSink } from './text-sink.ts';
import { watchTally } from './watch-tally.ts';
import { batchWords } from './wording.ts';
import type { RecordForm } from './worker-task.ts';

type Pieces = AsyncIterable<readonly RawRecord[]>;

/** All that a run of many records was told. */
export interface BatchJob {
  readonly task: BatchTask;
  readonly input: BatchInput;
  readonly pieces: Pieces;
  readonly target: BatchTarget;
  readonly options: BatchOptions;
  /** The command that goes on at a line. */
  readonly goOn: (line: number) => string;
}

/** A run, opened: what is left of its records, and where their lines go. */
interface OpenedRun {
  readonly tally: BatchTally;
  readonly sink: TextSink;
  readonly form: RecordForm;
  readonly records: AsyncIterable<readonly NamedRecord[]>;
}

/**
 * Takes all records to where they go. Throws a `UsageError` at the end where some came to no checklist,
 * and `BatchInterrupted` after a signal; both after all that is done was written.
 */
export async function runJob(context: CliContext, job: BatchJob): Promise<void> {
  const { tally, sink, records, form } = await openRun(context, job);
  const worker = await openWorker(context, job.task, form, job.options);
  let reason: CancelReason | undefined;
  const forget = context.onSignal((signal) => {
    reason ??= signal;
    job.input.close();
    // A second signal ends the process at once. Not before the others who listen have heard of this one.
    setImmediate(forget);
  });
  const unwatch = await watchTally(context, job.input, tally);
  try {
    await runRecords(records, worker, sink, tally, () => reason !== undefined);
    await sink.end();
  } catch (error) {
    throw error instanceof CouldNotFinishError ? withHowToGoOn(error, tally, job) : error;
  } finally {
    unwatch();
    forget();
    await worker.close?.();
  }
  if (reason) throw new BatchInterrupted(reason, interruptedWords(job, tally));
  tellEnd(context, job, tally);
}

function interruptedWords({ goOn }: BatchJob, { done, failed, next }: BatchTally): string {
  return batchWords.interrupted(done, failed, goOn(next));
}

function withHowToGoOn(error: CouldNotFinishError, { done, next }: BatchTally, { goOn }: BatchJob): Error {
  return new CouldNotFinishError(`${error.message}\n${batchWords.goOn(done, goOn(next))}`);
}

function tellEnd({ say }: CliContext, { options }: BatchJob, { done, failed }: BatchTally): void {
  if (done === 0 && failed === 0) {
    say.note(options.fromLine === undefined ? batchWords.nothing : batchWords.nothingFrom(options.fromLine));
  }
  if (failed > 0) throw new UsageError(batchWords.someFailed(failed, done), { code: 'some-failed' });
}

function openRun(context: CliContext, job: BatchJob): Promise<OpenedRun> {
  return job.target.kind === 'folder' ? openDocuments(context, job, job.target) : openLines(context, job);
}

async function openLines(context: CliContext, job: BatchJob): Promise<OpenedRun> {
  const { task, options, target, pieces } = job;
  const shape = options.brief ? 'brief' : 'full';
  const written = options.continue && target.kind === 'file' ? await readOutput(target.path) : undefined;
  const records = written ? afterWritten(pieces, written, lineMaker(task, shape)) : startOf(pieces, options);
  const tally = {
    done: written?.count ?? 0,
    failed: written?.failed ?? 0,
    next: Number(options.fromLine ?? 1),
  };
  return {
    tally,
    sink: openSink(context, target, options, written),
    records,
    form: { kind: 'lines', shape },
  };
}

function openSink(
  { stdout }: CliContext,
  target: BatchTarget,
  options: BatchOptions,
  written: WrittenLines | undefined,
): TextSink {
  if (target.kind !== 'file') return streamSink(stdout);
  return fileSink(target.path, options.continue ? (written?.bytes ?? 0) : undefined);
}

async function openDocuments(
  { stdout, packageRoot }: CliContext,
  { task, options, pieces, input }: BatchJob,
  { path: folder, format }: Extract<BatchTarget, { kind: 'folder' }>,
): Promise<OpenedRun> {
  await makeFolder(folder);
  const [suffix = ''] = endingsOf(format);
  const names = new NameBook(task.layout, suffix);
  // The names of records that are passed over are taken all the same.
  const records = names.claimAll(startOf(pieces, options, (raw) => names.claim(raw)));
  const existing = options.force ? 'replace' : options.continue ? 'keep' : 'refuse';
  const { why, large, font } = options;
  const places = { folder, input: input.path, packageRoot: packageRoot.href };
  const documents = { ...places, format, existing, why, large, font } as const;
  const tally = { done: 0, failed: 0, next: Number(options.fromLine ?? 1) };
  return { tally, sink: streamSink(stdout), records, form: { kind: 'documents', documents } };
}

function startOf(
  pieces: Pieces,
  { fromLine: line }: BatchOptions,
  passed: (raw: RawRecord) => void = () => {},
): Pieces {
  return line === undefined ? pieces : fromLine(pieces, Number(line), passed);
}

async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true });
  } catch (error) {
    throw new UsageError(`建不了目录 ${path}：${describeSystemError(error)}。`);
  }
}
