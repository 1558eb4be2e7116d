import { COMMANDS } from '../command-table.ts';
import { type CliContext, columnsOf } from '../context.ts';
import { findFlow, openStore } from '../find-flow.ts';
import { renderCommandHelp, renderMainHelp } from './command-help.ts';
import type { HelpWanted } from './help-wanted.ts';

/**
 * Prints the help of `yibao`, of a command or of a procedure. A name that is neither is a `UsageError`
 * with those that are near.
 */
export async function printHelp(context: CliContext, { topic, flows }: HelpWanted): Promise<void> {
  const { stdout, today } = context;
  const width = columnsOf(stdout);
  const command = COMMANDS.find(({ name }) => name === topic);
  if (topic === undefined) stdout.write(renderMainHelp(width));
  else if (command) stdout.write(renderCommandHelp(command, width));
  else {
    const flow = await findFlow(await openStore(context, flows), topic);
    const { renderFlowHelp } = await import('./flow-help.ts');
    stdout.write(renderFlowHelp(flow, today, width));
  }
}
