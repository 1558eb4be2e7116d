import type { CommanderError } from 'commander';
import { nearestName } from '../load/nearest-name.ts';
import { COMMANDS, type CommandSpec, RUN_COMMAND } from './command-table.ts';
import { UsageError } from './errors.ts';
import { GENERAL_OPTIONS } from './options.ts';
import { quoted } from './safe-text.ts';

/** Commander's English errors as one Chinese sentence each. Its data stands in its message, in quotes. */
export function translateCommanderError(error: CommanderError, argv: readonly string[]): UsageError {
  const named = /'([^']*)'/.exec(error.message)?.[1];
  const command = COMMANDS.find(({ name }) => name === argv[0]) ?? RUN_COMMAND;
  return new UsageError(sentenceFor(error.code, named ?? '', command));
}

function sentenceFor(code: string, named: string, command: CommandSpec): string {
  const more = `用 yibao ${command === RUN_COMMAND ? '' : `${command.name} `}--help 看用法。`;
  switch (code) {
    case 'commander.unknownOption':
      return unknownOption(named, command, more);
    case 'commander.optionMissingArgument':
      return `${named} 后面要写一个值。${more}`;
    case 'commander.missingArgument':
      if (command.args.length > 1) return `还要写${quoted(named)}。${more}`;
      if (!isOfFlow(command)) return `${command.name} 后面还要写${command.args[0]?.text}。${more}`;
      return `${command.name} 后面要写是哪件事项，如 yibao ${command.name} yidi。用 yibao list 看有哪些事项。`;
    case 'commander.excessArguments':
      if (!isOfFlow(command)) return `写多了。${more}`;
      return `写多了：一次只办一件事项。事项名里有空格时请加引号。${more}`;
    default:
      return `这样写不对。${more}`;
  }
}

/** Whether a procedure is all that stands after it. */
function isOfFlow({ args }: CommandSpec): boolean {
  return args.length === 1 && args[0]?.takes === 'flow';
}

function unknownOption(given: string, command: CommandSpec, more: string): string {
  const options = [...command.options, ...GENERAL_OPTIONS];
  const known = [...options.flatMap(({ flags }) => flagNames(flags)), '--help', '--version'];
  const nearest = nearestName(given, known);
  return nearest ? `没有 ${given} 这个选项。您是不是想写 ${nearest}？` : `没有 ${given} 这个选项。${more}`;
}

function flagNames(flags: string): string[] {
  return flags.split(/[ ,]+/).filter((word) => word.startsWith('--'));
}
