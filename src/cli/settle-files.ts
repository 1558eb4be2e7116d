import type { CliContext } from './context.ts';
import { converse, planConversation } from './conversation.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { isExistingFile, refuseUnwritable } from './output-file.ts';

/**
 * Finds out, before any work, that files can be written. One that exists is overwritten with --force,
 * or if the person at the terminal says so; otherwise it is refused.
 */
export async function settleFiles(
  context: CliContext,
  paths: readonly string[],
  options: Pick<RunOptions, 'force' | 'plain' | 'input' | 'answers'>,
): Promise<void> {
  const face = planConversation(context, options);
  if (paths.length === 0) return;
  // A script that feeds --plain through a pipe has no line for this.
  const canAsk = context.stdin.isTTY === true && context.stderr.isTTY === true;
  const asked = options.force !== true && canAsk ? face : undefined;
  for (const path of paths) refuseUnwritable(path, options.force === true || asked !== undefined);
  const existing = paths.filter(isExistingFile);
  if (asked === undefined || existing.length === 0) return;
  await converse(context, asked, async (prompter) => {
    for (const path of existing) {
      if (await prompter.confirm(`${path} 已经存在，要盖掉它吗？`)) continue;
      throw new UsageError(`${path} 留着没动，什么也没有写。请换个文件名。`, { code: 'file-exists' });
    }
  });
}
