import { createHash } from 'node:crypto';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';

/** What is kept of an interview that is not finished: ids and values only, no words of a person's. */
export interface SavedInterview {
  readonly flow: string;
  /** Of the flow as it was then; another one means that it changed. */
  readonly print: string;
  readonly answers: Answers;
  /** The day whose rules count, where one was named. */
  readonly date?: CalendarDate;
  /** The folder of outside flows, where there was one. */
  readonly flows?: string;
  /** Questions whose answers another matter brought along. */
  readonly carried?: readonly string[];
}

/** Raised when older programs could not read a file right. */
const VERSION = 1;
const LONGEST = 1_000_000;

/** An interview as a file. */
export function writeSaved(saved: SavedInterview): string {
  return `${JSON.stringify({ version: VERSION, ...saved }, null, 2)}\n`;
}

/** Reads a file back; whatever stands in it, it does not throw. */
export function readSaved(text: string): SavedInterview | 'damaged' | 'newer' {
  const content = text.length > LONGEST ? undefined : parseJson(text);
  if (!isMap(content)) return 'damaged';
  const { version, flow, print, answers, date, flows, carried } = content;
  if (typeof version === 'number' && version > VERSION) return 'newer';
  if (version !== VERSION || typeof flow !== 'string' || typeof print !== 'string') return 'damaged';
  if (!isMap(answers) || !Object.values(answers).every(isAnswerValue)) return 'damaged';
  return {
    flow,
    print,
    answers: answers as Record<string, AnswerValue>,
    ...(typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) ? { date } : {}),
    ...(typeof flows === 'string' ? { flows } : {}),
    ...(isTexts(carried) ? { carried } : {}),
  };
}

/** The same for two flows that ask the same; wording of results does not count. */
export function printOf({ tree, questions, derive }: Flow): string {
  return createHash('sha256').update(JSON.stringify({ tree, questions, derive })).digest('hex').slice(0, 16);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnswerValue(value: unknown): boolean {
  return typeof value === 'string' || Number.isFinite(value) || isTexts(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
