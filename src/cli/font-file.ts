import { readFile } from 'node:fs/promises';
import { readBuiltInFont } from '../load/built-in-font.ts';
import type { FontFile } from '../render/formats.ts';
import type { CliContext } from './context.ts';
import { describeSystemError, UsageError } from './errors.ts';

/** Reads the font of a PDF: the one named on the command line, or the one that ships with the package. */
export async function readFont({ packageRoot }: CliContext, path?: string): Promise<FontFile> {
  if (path === undefined) return { bytes: await readBuiltInFont(packageRoot), own: false };
  try {
    return { bytes: await readFile(path), own: true };
  } catch (error) {
    const message = `读不了字体 ${path}：${describeSystemError(error)}。`;
    throw new UsageError(message, { code: 'unreadable-file' });
  }
}
