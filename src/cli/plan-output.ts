import { FORMATS, type Format, formatOfFile, RENDERERS } from '../render/formats.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { refuseUnwritable } from './output-file.ts';

/** Where the checklist goes. Without files, to stdout in `format`. */
export interface OutputPlan {
  readonly format: Format;
  readonly files: readonly { readonly path: string; readonly format: Format }[];
  readonly saveAnswers?: string;
}

/** Decides, and finds out before anything is asked that a file cannot be written. */
export function planOutput({ stdout }: CliContext, options: RunOptions): OutputPlan {
  const format = options.format ?? (stdout.isTTY ? 'terminal' : 'text');
  const files = (options.output ?? []).map((path) => ({ path, format: formatFor(path, options.format) }));
  const paths = [...files.map(({ path }) => path), ...(options.saveAnswers ? [options.saveAnswers] : [])];
  if (files.length === 0 && stdout.isTTY && RENDERERS[format].binary) refuseTerminal(format);
  for (const path of paths) refuseUnwritable(path, options.force === true);
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated !== undefined)
    throw new UsageError(`${repeated} 写了两次，后一个会盖掉前一个。请换个文件名。`);
  return { format, files, ...(options.saveAnswers ? { saveAnswers: options.saveAnswers } : {}) };
}

function refuseTerminal(format: Format): never {
  const [suffix = ''] = RENDERERS[format].suffixes;
  throw new UsageError(`${format} 不是文字，不能显示在终端里。请写进文件：-o 清单${suffix}。`);
}

function formatFor(path: string, asked: Format | undefined): Format {
  const format = formatOfFile(path) ?? asked;
  if (format) return format;
  const suffixes = FORMATS.flatMap((name) => RENDERERS[name].suffixes).join('、');
  throw new UsageError(`从 ${path} 的后缀看不出格式。请用 ${suffixes}，或用 -f 写明格式。`);
}
