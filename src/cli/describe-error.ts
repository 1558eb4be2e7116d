import type { Problem } from '../model/problem.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { type AnswerNotes, describeNotes } from './answer-notes.ts';
import { type BrokenFlowsError, CouldNotFinishError, MissingAnswersError, UsageError } from './errors.ts';

/** An error as it is told: words for people, and a document for scripts. */
export interface ErrorReport {
  readonly text: string;
  readonly document: {
    readonly code: string;
    readonly message: string;
    readonly flow?: string;
    readonly missing: readonly unknown[];
    readonly problems: readonly Problem[];
  } & Partial<AnswerNotes>;
}

/** What is said about an error. Anything unknown is our own mistake. */
export function describeError(error: unknown): ErrorReport {
  if (error instanceof MissingAnswersError) return describeMissing(error);
  if (error instanceof UsageError) return plain(error.code, error.message, error.problems);
  if (hasProblems(error)) {
    const { problems } = error;
    const message = `流程文件有 ${problems.length} 处问题，改好后再试。`;
    return {
      ...plain('flow-file', message, problems),
      text: [message, ...problems.map(problemLine)].join('\n'),
    };
  }
  if (error instanceof CouldNotFinishError) return plain('could-not-finish', error.message);
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return plain('internal', `yibao 自己出了错，请把下面的内容连同您的命令告诉开发者。\n${said}`);
}

/** A broken flow is told alike wherever it was met: by the loader or by `check`. */
function hasProblems(error: unknown): error is BrokenFlowsError {
  return error instanceof Error && ['FlowFileError', 'BrokenFlowsError'].includes(error.name);
}

/** `file:line:column 说明`. */
function problemLine({ file, line, column, message, severity }: Problem): string {
  const place =
    file === undefined ? '' : `${[file, line, column].filter((part) => part !== undefined).join(':')} `;
  const kind = severity === 'error' ? '' : severity === 'warning' ? '警告：' : '提示：';
  return `${place}${kind}${message}`;
}

function plain(code: string, message: string, problems: readonly Problem[] = []): ErrorReport {
  return { text: message, document: { code, message, missing: [], problems } };
}

function describeMissing({ flow, missing, file, notes, prefix }: MissingAnswersError): ErrorReport {
  const message = `${file === undefined ? '' : `${file}：`}“${flow.title}”还缺回答，得不出清单。至少还要答 ${missing.length} 题。`;
  const said = describeNotes(notes);
  const how = [
    `用 -a 键=值 补上，或写进文件用 --answers 给出；yibao questions ${flow.id} 列出全部问题。`,
    `也可以在终端里运行 yibao ${flow.id}，一题一题地答。`,
  ];
  return {
    text: [message, ...missing.flatMap((one) => missingLines(one, prefix)), ...how, ...said].join('\n'),
    document: {
      code: 'missing-answers',
      message,
      flow: flow.id,
      missing: missing.map(toMissing),
      problems: [],
      ...(said.length > 0 && notes),
    },
  };
}

function missingLines({ id, ask, options, unsure }: PresentedQuestion, prefix: string): string[] {
  const allowed = options.map((option) => `${option.id}（${option.label}）`);
  if (unsure) allowed.push('unsure（不清楚）');
  return [`  ${prefix}${id}：${ask}`, ...(allowed.length > 0 ? [`      可以写：${allowed.join('，')}`] : [])];
}

/** The question as the JSON contract shows it: what it is, and what would answer it. */
function toMissing({ terms: _terms, ...question }: PresentedQuestion): unknown {
  return question;
}
