import { readFileSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { COMMANDS, type CommandSpec, RUN_COMMAND } from './command-table.ts';
import type { CliContext } from './context.ts';
import { UsageError } from './errors.ts';
import { HelpWanted } from './help/help-wanted.ts';
import { GENERAL_OPTIONS, type GeneralOptions, type ListingOptions, type OptionSpec } from './options.ts';
import type { SayLevel } from './say.ts';

/** Help is a run of its own, which main.ts begins. */
class TellingCommand extends Command {
  override outputHelp(): never {
    const [flow] = this.args.filter((word) => !word.startsWith('-'));
    const own = this.parent === null ? undefined : this.name();
    const isOfFlows = own === undefined || own === RUN_COMMAND.name;
    throw new HelpWanted(isOfFlows ? (flow ?? own) : own, this.opts<ListingOptions>().flows);
  }

  override createCommand(name?: string): TellingCommand {
    return new TellingCommand(name);
  }
}

/**
 * Parses a command line and runs its command. Throws a `UsageError` where it cannot be parsed, and `HelpWanted`
 * where help was asked for.
 */
export async function runProgram(argv: readonly string[], context: CliContext): Promise<void> {
  try {
    await buildProgram(argv, context).parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Commander ends a run that printed the version by an error.
    if (error.code === 'commander.version') return;
    const { translateCommanderError } = await import('./translate-commander-error.ts');
    throw translateCommanderError(error, argv);
  }
}

/**
 * The commands and options of `yibao`, as far as a command line needs them: no command that it does not
 * name, and no options of `yibao` itself where a command comes first.
 */
function buildProgram(argv: readonly string[], context: CliContext): Command {
  const program = new TellingCommand('yibao');
  // Names among the words may be values too; commander finds out.
  const named = COMMANDS.filter(({ name }) => argv.includes(name));
  if (!named.some(({ name }) => name === argv[0])) prepare(program, RUN_COMMAND, context);
  program
    .version(readVersion(context.packageRoot), '-V, --version')
    .helpCommand(false)
    // Options after a command belong to that command.
    .enablePositionalOptions();
  for (const spec of named) prepare(program.command(spec.name), spec, context);
  return program;
}

function prepare(command: Command, spec: CommandSpec, context: CliContext): void {
  command
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      // Errors are told by main.ts, in Chinese.
      writeErr: () => {},
      outputError: () => {},
    })
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help');
  for (const { flags } of spec.args) command.argument(flags);
  for (const option of [...spec.options, ...GENERAL_OPTIONS]) command.addOption(toCommanderOption(option));
  command.action(async (...received: unknown[]) => {
    const run = await spec.load();
    const given = received.slice(0, spec.args.length).flat();
    const args = given.filter((arg) => typeof arg === 'string');
    const options = { ...optionsBefore(command), ...command.opts() };
    context.say.setLevel(levelOf(options));
    context.say.detail(() => `yibao ${readVersion(context.packageRoot)}，Node.js ${process.version}`);
    await run(context, args, options);
  });
}

function levelOf({ quiet, verbose }: GeneralOptions): SayLevel {
  if (quiet && verbose) throw new UsageError('--quiet 和 --verbose 不能一起用，请去掉一个。');
  return quiet ? 'quiet' : verbose ? 'verbose' : 'usual';
}

/** Options that stand before the command's name count as if they stood after it, if it has them. */
function optionsBefore(command: Command): Readonly<Record<string, unknown>> {
  const { parent } = command;
  const given =
    parent?.options.filter((option) => parent.getOptionValueSource(option.attributeName()) === 'cli') ?? [];
  for (const { long } of given) {
    if (!command.options.some((option) => option.long === long)) {
      throw new UsageError(
        `${command.name()} 没有 ${long} 这个选项。用 yibao ${command.name()} --help 看用法。`,
      );
    }
  }
  return Object.fromEntries(
    given.map((option) => [option.attributeName(), parent?.getOptionValue(option.attributeName())]),
  );
}

function toCommanderOption({ flags, repeatable, parse }: OptionSpec): Option {
  const option = new Option(flags);
  const read = parse ?? ((value: string) => value);
  if (repeatable) {
    option.argParser((value: string, before: string[] | undefined) => [...(before ?? []), read(value)]);
  } else if (parse) option.argParser(read);
  return option;
}

function readVersion(packageRoot: URL): string {
  const text = readFileSync(new URL('package.json', packageRoot), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
