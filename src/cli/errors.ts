import type { RecordFault } from '../load/records/parsed-record.ts';
import type { Problem } from '../model/problem.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import type { RenderProblem } from '../render/render-error.ts';
import type { AnswerNotes } from './answer-notes.ts';

/** Stable codes of errors, for scripts. */
export type ErrorCode =
  | 'usage'
  | 'unknown-flow'
  | 'unknown-answer'
  | 'invalid-answer'
  | 'unreadable-file'
  | 'file-exists'
  | 'missing-answers'
  | 'unknown-column'
  | 'repeated-column'
  | 'too-many-columns'
  | 'wrong-line'
  | 'other-output'
  | 'some-failed'
  | RecordFault['code']
  | 'flow-file'
  | 'could-not-finish'
  | RenderProblem
  | 'internal';

/** One thing wrong with the answers, for scripts. */
export interface AnswerFault extends Problem {
  /** The question or key. */
  readonly question: string;
  readonly given?: string;
  readonly allowed?: readonly { readonly id: string; readonly label: string }[];
  readonly nearest?: { readonly id: string; readonly label: string };
}

/** Wrong usage: an option, a key or a value that will not do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: ErrorCode;
  readonly problems: readonly Problem[];

  /** `message` is one sentence, or a sentence and indented lines. */
  constructor(message: string, options: { code?: ErrorCode; problems?: readonly Problem[] } = {}) {
    super(message);
    this.code = options.code ?? 'usage';
    this.problems = options.problems ?? [];
  }
}

/** The answers given do not reach an exit, and nobody may be asked. */
export class MissingAnswersError extends Error {
  override readonly name = 'MissingAnswersError';
  readonly flow: { readonly id: string; readonly title: string };
  /** The very next question first, then all others that are certain to be asked. */
  readonly missing: readonly PresentedQuestion[];
  /** The file they are missing from, where there are several. */
  readonly file: string | undefined;
  /** What there is to tell of the answers that were given. */
  readonly notes: AnswerNotes;
  /** What stands before a key that answers it, where the run has followed a hand-over: `yidi.`. */
  readonly prefix: string;

  constructor(
    flow: { id: string; title: string },
    missing: readonly PresentedQuestion[],
    { file, notes, prefix = '' }: { file?: string; notes?: AnswerNotes | undefined; prefix?: string } = {},
  ) {
    super('missing answers');
    this.flow = { id: flow.id, title: flow.title };
    this.missing = missing;
    this.file = file;
    this.notes = notes ?? { renamed: [], gone: [] };
    this.prefix = prefix;
  }
}

/** Flow files are broken, or their cases fail. */
export class BrokenFlowsError extends Error {
  override readonly name = 'BrokenFlowsError';
  readonly problems: readonly Problem[];
  /** The command has told of them itself. */
  readonly told: boolean;

  constructor(problems: readonly Problem[], { told }: { told: boolean }) {
    super('broken flows');
    this.problems = problems;
    this.told = told;
  }
}

/** The machine got in the way: a full disk, a folder that may not be written. */
export class CouldNotFinishError extends Error {
  override readonly name = 'CouldNotFinishError';
}

/** What the operating system said, in words. */
export function describeSystemError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: '没有这个文件或文件夹',
    EISDIR: '这是一个文件夹，不是文件',
    ENOTDIR: '路径中间有一段不是文件夹',
    EACCES: '没有权限',
    EPERM: '没有权限',
    EROFS: '这个位置只能读，不能写',
    ENOSPC: '磁盘满了',
    ENAMETOOLONG: '文件名太长',
    ELOOP: '符号链接绕成了圈',
    EEXIST: '已经有一个同名的文件',
    ENXIO: '这是套接字或没有接上的设备，不能读写',
  };
  return known[code] ?? (error instanceof Error ? error.message : String(error));
}
