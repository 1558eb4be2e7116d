import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CouldNotFinishError, describeSystemError, UsageError } from './errors.ts';

/** Throws a `UsageError` where a file cannot be written, or would be overwritten without `force`. */
export function refuseUnwritable(path: string, force: boolean): void {
  if (/[/\\]$/.test(path)) throw new UsageError(`${path} 是一个文件夹，请写文件名。`);
  const folder = dirname(path);
  if (!existsSync(folder)) throw new UsageError(`没有 ${folder} 这个文件夹，请先建好它。`);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) throw new UsageError(`${path} 是一个文件夹，请写文件名。`);
  if (isExistingFile(path) && !force)
    throw new UsageError(`${path} 已经存在。要覆盖它，请加 --force。`, { code: 'file-exists' });
}

/** Whether writing would overwrite something; nothing of a pipe or a device is overwritten. */
export function isExistingFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

/** Writes a whole file or none of it. */
export async function writeAtomically(path: string, content: string | Uint8Array): Promise<void> {
  const { writeWholeFile } = await import('../interview/write-whole-file.ts');
  try {
    await writeWholeFile(path, content);
  } catch (error) {
    throw new CouldNotFinishError(`写不了 ${path}：${describeSystemError(error)}。`);
  }
}
