import { parseAnswersText } from '../load/read-answers.ts';
import type { Flow } from '../model/flow.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { readTextFile } from './read-file.ts';
import { quoted } from './safe-text.ts';

/** One answer as it was given, before anything is known of it. */
export interface GivenEntry {
  readonly key: string;
  readonly raw: unknown;
  /** `-a`, or the file; absent where whoever is told knows it anyway. */
  readonly origin?: string;
  /** The day of review of the flow that a saved file was written for. */
  readonly reviewed?: string;
}

/** All answers of a command line. Later entries win over earlier ones. */
export interface GivenAnswers {
  readonly entries: readonly GivenEntry[];
  /** The procedure and the date that an answers file names. */
  readonly flow?: string;
  readonly date?: string;
}

/** Collects `--answers` and then `-a`, which wins. */
export async function readGivenAnswers(
  context: CliContext,
  options: Pick<RunOptions, 'answer' | 'answers'>,
): Promise<GivenAnswers> {
  const pairs = (options.answer ?? []).map(parsePair);
  if (options.answers === undefined) return { entries: pairs };
  const file = await readAnswersFile(context, options.answers);
  context.say.detail(
    () =>
      `读了${options.answers === '-' ? '标准输入' : ` ${options.answers}`}：${file.entries.length} 个回答`,
  );
  return { ...file, entries: [...file.entries, ...pairs] };
}

/** The answers of one procedure are not those of another. */
export function refuseOtherFlow(given: GivenAnswers, { id, title }: Flow): void {
  if (given.flow === undefined || given.flow === id) return;
  throw new UsageError(
    `这份回答文件是 ${given.flow} 的，不是 ${id}（${title}）的。要用它，请写：yibao ${given.flow} --answers 这个文件。`,
  );
}

function parsePair(pair: string): GivenEntry {
  const [, key, value] = /^([^=＝]+)[=＝](.*)$/su.exec(pair) ?? [];
  if (key === undefined || value === undefined) {
    throw new UsageError(`-a 后面要写成 键=值，如 -a stay=long；现在是${quoted(pair)}。`);
  }
  if (value.trim() === '')
    throw new UsageError(`-a ${key.trim()}= 后面没有写值。看可以写什么，请写 yibao questions 加事项名。`);
  return { key: key.trim(), raw: value.trim(), origin: '-a' };
}

async function readAnswersFile(context: CliContext, path: string): Promise<GivenAnswers> {
  const text = await readTextFile(path, context);
  const isJson = /\.json$/i.test(path) || text.trimStart().startsWith('{');
  const name = path === '-' ? '标准输入' : path;
  const { answers, problems } = await parseAnswersText(text, name, isJson ? 'json' : 'yaml');
  if (problems.length > 0) {
    const lines = problems.map(
      ({ line, column, message }) => `  ${[name, line, column].filter(Boolean).join(':')} ${message}`,
    );
    throw new UsageError(`回答文件写得不对：\n${lines.join('\n')}`, { code: 'unreadable-file', problems });
  }
  return unwrap(answers, name);
}

/** A file is either the answers themselves, or what --save-answers wrote around them. */
function unwrap(content: Readonly<Record<string, unknown>>, origin: string): GivenAnswers {
  const { flow, date, reviewed, answers } = content;
  const inner = isMap(answers) ? answers : content;
  // What a template leaves empty was not answered.
  const filled = Object.entries(inner).filter(([, raw]) => raw !== null && raw !== '');
  const entries = filled.map(([key, raw]) => ({ key, raw, origin }));
  if (inner === content) return { entries };
  return {
    entries: typeof reviewed === 'string' ? entries.map((entry) => ({ ...entry, reviewed })) : entries,
    ...(typeof flow === 'string' ? { flow } : {}),
    ...(typeof date === 'string' ? { date } : {}),
  };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
