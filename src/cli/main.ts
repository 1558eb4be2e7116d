import { COMMANDS, type CommandSpec, RUN_COMMAND } from './command-table.ts';
import type { CliContext, Output, World } from './context.ts';
import { CouldNotFinishError, describeSystemError } from './errors.ts';
import { HelpWanted } from './help/help-wanted.ts';
import { createProcessContext } from './process-context.ts';
import { createSay } from './say.ts';

/** How a run was started. `argv` is what follows the name of the command. */
interface Launch {
  readonly argv: readonly string[];
  readonly packageRoot: URL;
}

/** Runs the command of this process and sets its exit code. */
export async function main({ argv, packageRoot }: Launch): Promise<void> {
  const context = createProcessContext(packageRoot, (error) => {
    // A reader that closes the pipe (`| head -1`) wants no more, and no complaint either.
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') process.exit(0);
    const failure = new CouldNotFinishError(`结果写不出去：${describeSystemError(error)}。`);
    void report(failure, argv, withSay(context, argv)).then((code) => process.exit(code));
  });
  process.exitCode = await runCommandLine(argv, context);
  await flush(context.stdout);
}

/** What the scripts of `yibao completion` call at each Tab. It stands in no help: nobody types it. */
const COMPLETE = '__complete';

/** Runs one command line to its exit code. The only place that catches errors. */
export async function runCommandLine(argv: readonly string[], world: World): Promise<number> {
  if (argv[0] === COMPLETE) {
    const { complete } = await import('./complete/complete.ts');
    await complete(world, argv.slice(1));
    return 0;
  }
  const context = withSay(world, argv);
  try {
    await runOrHelp(argv, context);
    context.say.end();
    return 0;
  } catch (error) {
    return report(error, argv, context);
  }
}

async function runOrHelp(argv: readonly string[], context: CliContext): Promise<void> {
  try {
    await run(argv, context);
  } catch (error) {
    if (!(error instanceof HelpWanted)) throw error;
    const { printHelp } = await import('./help/print-help.ts');
    await printHelp(context, error);
  }
}

/** What stands alone needs no parsing, and the parser takes a quarter of the time that Node itself starts in. */
async function run(argv: readonly string[], context: CliContext): Promise<void> {
  const [word, ...others] = argv;
  if (others.length === 0) {
    if (word === '--help' || word === '-h') throw new HelpWanted(undefined);
    const command = word === undefined ? RUN_COMMAND : COMMANDS.find(({ name }) => name === word);
    if (command && standsAlone(command)) return (await command.load())(context, [], {});
  }
  const { runProgram } = await import('./program.ts');
  await runProgram(argv, context);
}

function standsAlone({ args }: CommandSpec): boolean {
  return args.every(({ flags }) => flags.startsWith('['));
}

/** The world stands behind, not copied: its streams open when they are first used. */
function withSay(world: World, argv: readonly string[]): CliContext {
  const say = createSay(world, { isJson: wantsJson(argv) });
  return Object.assign(Object.create(world) as World, { say });
}

/** Most runs end well, so what tells of an error is loaded only then. */
async function report(error: unknown, argv: readonly string[], context: CliContext): Promise<number> {
  const { reportError } = await import('./report-error.ts');
  return reportError(error, context, wantsJson(argv));
}

/** Whether JSON was asked for; read from the words themselves, since parsing them may be what failed. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some((word, index) => {
    if (['--json', '-fjson', '--format=json'].includes(word)) return true;
    return ['-f', '--format'].includes(word) && argv[index + 1] === 'json';
  });
}

function flush(stream: Output): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
