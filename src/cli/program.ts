import { readFileSync } from 'node:fs';
import { Command, type CommanderError, Option } from 'commander';
import { COMMANDS, type CommandSpec, RUN_COMMAND } from './command-table.ts';
import { type CliContext, columnsOf } from './context.ts';
import { UsageError } from './errors.ts';
import { GENERAL_OPTIONS, type GeneralOptions, type OptionSpec } from './options.ts';
import type { SayLevel } from './say.ts';

const DESCRIPTION = '回答几个问题，得到自己的医保办事清单：带什么、怎么办、多久办好，每一条都写明依据。';

const EXAMPLES = `
例子：
  yibao                             选一件事，一题一题地答
  yibao 家庭共济                    直接开始答“家庭共济”
  yibao gongji > 清单.txt           问题显示在屏幕上，清单写进文件
  yibao questions gongji > 回答.yaml
  yibao gongji --answers 回答.yaml -f json`;

/**
 * The commands and options of `yibao`, as far as a command line needs them: commands that it does not
 * name have no options, and what writes help is loaded where help may be meant. Parsing throws
 * `CommanderError` instead of ending the process.
 */
export async function buildProgram(argv: readonly string[], context: CliContext): Promise<Command> {
  const isHelp = argv.some((word) => word === 'help' || /^-.*h/.test(word));
  const Program = isHelp ? (await import('./help.ts')).HelpingCommand : Command;
  const program = new Program('yibao');
  prepare(program, RUN_COMMAND, context);
  program
    .usage('[事项] [选项]\n      yibao <命令> [选项]')
    .description(DESCRIPTION)
    .version(readVersion(context.packageRoot), '-V, --version', '显示版本号')
    .helpCommand('help [命令]', '显示一个命令的帮助')
    // Options after a command belong to that command.
    .enablePositionalOptions()
    .addHelpText('after', EXAMPLES);
  for (const spec of COMMANDS) {
    const command = program.command(spec.name);
    if (isHelp || argv.includes(spec.name)) prepare(command, spec, context);
    command.summary(spec.summary).description(`${spec.summary}。`);
    command.usage([...spec.args.map(({ flags }) => flags), '[选项]'].join(' '));
  }
  return program;
}

function prepare(command: Command, spec: CommandSpec, context: CliContext): void {
  command
    .configureOutput({
      writeOut: (text) => void context.stdout.write(text),
      // Errors are told by main.ts, in Chinese.
      writeErr: () => {},
      outputError: () => {},
      getOutHelpWidth: () => columnsOf(context.stdout),
      getOutHasColors: () => false,
    })
    .exitOverride((error: CommanderError) => {
      throw error;
    })
    .showSuggestionAfterError(false)
    .helpOption('-h, --help', '显示帮助');
  for (const { flags, text } of spec.args) command.argument(flags, text);
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

function toCommanderOption({ flags, text, repeatable, parse }: OptionSpec): Option {
  const option = new Option(flags, text);
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
