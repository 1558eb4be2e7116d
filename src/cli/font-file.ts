import { readFile } from 'node:fs/promises';
import type { FontFile } from '../render/renderer.ts';
import type { CliContext } from './context.ts';
import { describeSystemError, UsageError } from './errors.ts';

/** Reads the font of a PDF: the one named on the command line, or the one that ships with the package. */
export async function readFont(
  { packageRoot }: Pick<CliContext, 'packageRoot'>,
  path?: string,
): Promise<FontFile> {
  if (path === undefined) {
    const { readBuiltInFont } = await import('../load/built-in-font.ts');
    return { bytes: await readBuiltInFont(packageRoot), own: false };
  }
  try {
    return { bytes: await readFile(path), own: true };
  } catch (error) {
    const message = `读不了字体 ${path}：${describeSystemError(error)}。`;
    throw new UsageError(message, { code: 'unreadable-file' });
  }
}
