import type { RunCommand } from '../command-table.ts';
import { SCRIPTS } from '../complete/scripts.ts';
import { UsageError } from '../errors.ts';
import { SHELLS } from '../options.ts';
import { quoted } from '../safe-text.ts';

/** `yibao completion <shell>`: a script by which a shell completes what is typed after `yibao`. */
export const runCompletion: RunCommand = async ({ stdout }, [name = '']) => {
  const shell = SHELLS.find((known) => known === name);
  if (shell === undefined) {
    throw new UsageError(
      `没有给${quoted(name)}的补全。可以写：${SHELLS.join('、')}，如 yibao completion bash。`,
    );
  }
  stdout.write(SCRIPTS[shell]);
};
