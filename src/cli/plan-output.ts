import { endingsOf, FORMATS, type Format, formatOfFile, isBinary } from '../render/format-names.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { settleFiles } from './settle-files.ts';

/** Where the checklist goes. */
export interface OutputPlan {
  /** How it is written to stdout. */
  readonly format: Format;
  /** Whether it is written there: where no file was named, or `-` was. */
  readonly toStdout: boolean;
  readonly files: readonly { readonly path: string; readonly format: Format }[];
  readonly saveAnswers?: string;
}

const STDOUT = '-';

/** Decides, and finds out before anything is asked that a file cannot be written. */
export async function planOutput(context: CliContext, options: RunOptions): Promise<OutputPlan> {
  const { stdout } = context;
  const { output = [], saveAnswers } = options;
  if (saveAnswers === STDOUT)
    throw new UsageError('回答不能写到屏幕。请在 --save-answers 后面写文件名，如 --save-answers 回答.yaml。');
  const format = options.format ?? (stdout.isTTY ? 'terminal' : 'text');
  const named = output.filter((path) => path !== STDOUT);
  const files = named.map((path) => ({ path, format: formatFor(path, options.format) }));
  const paths = [...named, ...(saveAnswers === undefined ? [] : [saveAnswers])];
  const toStdout = files.length === 0 || output.includes(STDOUT);
  if (toStdout && stdout.isTTY && isBinary(format)) refuseTerminal(format);
  refuseRepeated([...output, ...paths.slice(named.length)]);
  await settleFiles(context, paths, options);
  return { format, toStdout, files, ...(saveAnswers === undefined ? {} : { saveAnswers }) };
}

function refuseRepeated(paths: readonly string[]): void {
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated === undefined) return;
  throw new UsageError(`${repeated} 写了两次，后一个会盖掉前一个。请换个文件名。`);
}

function refuseTerminal(format: Format): never {
  const [suffix = ''] = endingsOf(format);
  throw new UsageError(`${format} 不是文字，不能显示在终端里。请写进文件：-o 清单${suffix}。`);
}

function formatFor(path: string, asked: Format | undefined): Format {
  const format = formatOfFile(path) ?? asked;
  if (format) return format;
  const suffixes = FORMATS.flatMap(endingsOf).join('、');
  throw new UsageError(`从 ${path} 的后缀看不出格式。请用 ${suffixes}，或用 -f 写明格式。`);
}
