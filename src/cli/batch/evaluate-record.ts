import { decide } from '../../engine/decide.ts';
import { readDate } from '../../engine/read-measure.ts';
import type { ParsedRecord, RecordFault } from '../../load/records/parsed-record.ts';
import type { RawRecord } from '../../load/records/raw-record.ts';
import type { Answers } from '../../model/answers.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Decided } from '../../model/decided.ts';
import type { Flow } from '../../model/flow.ts';
import { RenderError } from '../../render/render-error.ts';
import type { AnswerNotes } from '../answer-notes.ts';
import { describeError, type ErrorReport } from '../describe-error.ts';
import { MissingAnswersError, UsageError } from '../errors.ts';
import { type Finished, finishAnswers } from '../finish-answers.ts';
import { refuseOtherFlow } from '../given-answers.ts';
import { settleAnswers } from '../settle-answers.ts';
import { type RecordLayout, readRecord } from './record-layout.ts';
import { faultSentence } from './wording.ts';

/** What is the same for all records of a run. */
export interface BatchTask {
  readonly flow: Flow;
  /** For records that name no date. */
  readonly date: CalendarDate;
  readonly layout: RecordLayout;
}

/** What is wrong with a record, as `-f json` tells it. */
export type ErrorDocument = ErrorReport['document'];
export type FinishedRecord = Extract<Finished, { checklist: unknown }>;

/** What a record decides, by ids alone. */
export interface DecidedRecord {
  readonly flow: string;
  readonly date: CalendarDate;
  readonly outcome: string;
  readonly items: Decided['items'];
}

/** What became of one record. */
export type RecordResult<T> = { readonly id: string | number | null } & (
  | { readonly finished: T }
  | { readonly error: ErrorDocument }
);

/** Takes one record to its checklist. Whatever is wrong with it is an error document, never thrown. */
export function evaluateRecord(task: BatchTask, raw: RawRecord): RecordResult<FinishedRecord> {
  return evaluate(task, raw, finishWhole);
}

/** Takes one record to what its checklist would list, many times as fast. */
export function decideRecord(task: BatchTask, raw: RawRecord): RecordResult<DecidedRecord> {
  return evaluate(task, raw, (flow, settled, date) => {
    const { exit: outcome, items } = decide(flow, settled.answers, { date });
    if (outcome !== undefined) return { finished: { flow: flow.id, date, outcome, items } };
    const end = finishWhole(flow, settled, date);
    if ('missing' in end) return end;
    throw new Error('a checklist of answers that reach no exit');
  });
}

interface Settled {
  readonly answers: Answers;
  readonly notes: AnswerNotes;
}

/** Follows settled answers as far as they lead. */
type Finish<T> = (
  flow: Flow,
  settled: Settled,
  date: CalendarDate,
) => { readonly finished: T } | { readonly missing: MissingAnswersError };

const finishWhole: Finish<FinishedRecord> = (flow, settled, date) => {
  const end = finishAnswers(flow, settled, date);
  return 'missing' in end ? end : { finished: end };
};

function evaluate<T>(task: BatchTask, raw: RawRecord, finish: Finish<T>): RecordResult<T> {
  const read = readRecord(raw, task.layout);
  if ('fault' in read) return { id: null, error: faultDocument(read.fault) };
  const { record } = read;
  const { id } = record;
  try {
    const end = finishRecord(task, record, finish);
    return 'missing' in end ? { id, error: describeError(end.missing).document } : { id, ...end };
  } catch (error) {
    return { id, error: documentOf(error) };
  }
}

function finishRecord<T>(
  { flow, date: usual }: BatchTask,
  record: ParsedRecord,
  finish: Finish<T>,
): ReturnType<Finish<T>> {
  const { answers: given, flow: named, reviewed } = record;
  const date = record.date === undefined ? usual : dateOf(record.date);
  if (named !== undefined) refuseOtherFlow({ entries: [], flow: named }, flow);
  const saved = reviewed === undefined ? {} : { reviewed };
  const entries = given.map(([key, raw]) => ({ key, raw, ...saved }));
  const { answers, ...notes } = settleAnswers(flow, entries, date);
  return finish(flow, { answers, notes }, date);
}

function dateOf(written: string): CalendarDate {
  const read = readDate({ id: 'date' }, written);
  if ('value' in read) return String(read.value);
  throw new UsageError(faultSentence({ code: 'wrong-date' }), { code: 'wrong-date' });
}

function faultDocument(fault: RecordFault): ErrorDocument {
  return { code: fault.code, message: faultSentence(fault), missing: [], problems: [] };
}

/** An error of one record, as data. One that makes us stumble must not keep the others from their lists. */
export function documentOf(error: unknown): ErrorDocument {
  if (error instanceof UsageError || error instanceof MissingAnswersError)
    return describeError(error).document;
  if (error instanceof RenderError)
    return { code: error.code, message: error.message, missing: [], problems: [] };
  const said = error instanceof Error ? error.message : String(error);
  const message = `yibao 自己出了错，请把这一条记录和这句话告诉开发者：${said}`;
  return { code: 'internal', message, missing: [], problems: [] };
}
