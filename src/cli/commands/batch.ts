import { BATCH_OPTIONS, type BatchOptions } from '../batch/batch-options.ts';
import { commandLine } from '../batch/command-line.ts';
import { openInput } from '../batch/open-input.ts';
import { openRecords } from '../batch/open-records.ts';
import { type BatchTarget, planBatch } from '../batch/plan-batch.ts';
import { runJob } from '../batch/run-job.ts';
import type { RunCommand } from '../command-table.ts';
import { findFlow, openStore } from '../find-flow.ts';

/** `yibao batch <事项> [文件]`: answers of many people, one record each, to a line or a document each. */
export const runBatch: RunCommand = async (context, [name = '', path], options: BatchOptions) => {
  const target = planBatch(options, path);
  const store = await openStore(context, options.flows);
  const flow = await findFlow(store, name);
  const input = await openInput(context, flow.id, path);
  try {
    const { layout, pieces } = await openRecords(input, flow, {
      kind: options.readAs,
      encoding: options.encoding,
      ignored: new Set(options.ignore),
    });
    const date = options.date ?? context.today;
    const args = [name, ...(path === undefined ? [] : [path])];
    const goOn = (line: number) => goOnCommand(args, target, { ...options, date }, line);
    await runJob(context, { task: { flow, date, layout }, input, pieces, target, options, goOn });
  } finally {
    input.close();
  }
};

/** The command that goes on at a line, on the same day's rules whenever it is run. */
function goOnCommand(
  args: readonly string[],
  target: BatchTarget,
  options: BatchOptions,
  line: number,
): string {
  const { force: _force, fromLine: _line, continue: _continue, ...same } = options;
  const where = target.kind === 'file' ? { continue: true } : { fromLine: String(line) };
  return commandLine(['batch', ...args], BATCH_OPTIONS, { ...same, ...where });
}
