import { existsSync, statSync } from 'node:fs';
import { type Format, formatOfFile } from '../../render/format-names.ts';
import { UsageError } from '../errors.ts';
import { refuseUnwritable } from '../output-file.ts';
import type { BatchOptions } from './batch-options.ts';
import { isInput } from './is-input.ts';

/** Where the lines of a run go; with a folder, one document each goes there and the lines to stdout. */
export type BatchTarget =
  | { readonly kind: 'stdout' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly format: Exclude<Format, 'terminal'> };

/** Decides where a run writes. Throws a `UsageError`, before any work, for options that do not go together. */
export function planBatch(options: BatchOptions, input: string | undefined): BatchTarget {
  const target = chooseTarget(options);
  if (options.continue && target.kind === 'stdout') {
    throw new UsageError('--continue 要和 -o 一起用。写到屏幕的，用 --from-line 接着做。');
  }
  if (options.continue && options.fromLine !== undefined) {
    throw new UsageError(
      '--continue 和 --from-line 不能一起用：--continue 自己知道从哪里接着做。请去掉 --from-line。',
    );
  }
  if (options.continue && options.force) {
    throw new UsageError('--continue 和 --force 不能一起用：一个是接着写，一个是盖掉重写。请去掉一个。');
  }
  if (options.brief && target.kind === 'folder') {
    throw new UsageError('--brief 只写编号，不能和一人一份一起用。请去掉 --brief，或者去掉 -f。');
  }
  if (target.kind === 'file') settleFile(target.path, options, input);
  return target;
}

function chooseTarget({ output, format }: BatchOptions): BatchTarget {
  if (output === undefined || output === '-') {
    if (format === undefined || format === 'json') return { kind: 'stdout' };
    throw new UsageError(`-f ${format} 是一人一份，要写明放在哪个目录，如 -o 清单 -f ${format}。`);
  }
  const isLines = /\.(?:ndjson|jsonl)$/i.test(output);
  if (format !== undefined && !(isLines && format === 'json')) {
    if (isLines) throw new UsageError(`-f ${format} 是一人一份，-o 后面要写目录，现在是 ${output}。`);
    return { kind: 'folder', path: output, format };
  }
  if (/[/\\]$/.test(output) || isFolder(output)) {
    throw new UsageError(`${output} 是目录。一人一份写进去，还要写明格式，如 -o ${output} -f pdf。`);
  }
  const suffix = formatOfFile(output);
  if (suffix !== undefined && suffix !== 'json') {
    throw new UsageError(
      `许多人的清单不能写进一个 ${output}。一人一份请写 -o 目录 -f ${suffix}；一行一份请写 -o 结果.ndjson。`,
    );
  }
  return { kind: 'file', path: output };
}

function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function settleFile(path: string, options: BatchOptions, input: string | undefined): void {
  if (isInput(path, input)) throw new UsageError(`${path} 就是输入，写进去会把它盖掉。请换个文件名。`);
  refuseUnwritable(path, options.force === true || options.continue === true);
}
