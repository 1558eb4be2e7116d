import type { RunCommand } from '../command-table.ts';
import { HelpWanted } from '../help/help-wanted.ts';
import type { ListingOptions } from '../options.ts';

/** `yibao help [什么]`: the same as `--help` after it. */
export const runHelp: RunCommand = async (_context, [topic], { flows }: ListingOptions) => {
  throw new HelpWanted(topic, flows);
};
