import { CommanderError } from 'commander';
import { type CancelReason, InterviewCancelled } from '../interview/cancelled.ts';
import { cancelSentence } from '../interview/wording.ts';
import { formatJson } from '../render/json.ts';
import { wrapText } from '../render/layout.ts';
import { BatchInterrupted } from './batch/batch-interrupted.ts';
import { type CliContext, columnsOf, type OutputStream, type World } from './context.ts';
import { describeError } from './describe-error.ts';
import {
  BrokenFlowsError,
  CouldNotFinishError,
  describeSystemError,
  MissingAnswersError,
  UsageError,
} from './errors.ts';
import { createProcessContext } from './process-context.ts';
import { buildProgram } from './program.ts';
import { safeText } from './safe-text.ts';
import { createSay } from './say.ts';
import { isHelpOrVersion, translateCommanderError } from './translate-commander-error.ts';

const CANCELLED: Readonly<Record<CancelReason, number>> = {
  interrupt: 130,
  'end-of-input': 130,
  terminate: 143,
  'hang-up': 129,
};

/** How a run was started. `argv` is what follows the name of the command. */
interface Launch {
  readonly argv: readonly string[];
  readonly packageRoot: URL;
}

/** Runs the command of this process and sets its exit code. */
export async function main({ argv, packageRoot }: Launch): Promise<void> {
  const context = createProcessContext(packageRoot);
  // A reader that closes the pipe (`| head -1`) wants no more, and no complaint either.
  context.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    const failure = new CouldNotFinishError(`结果写不出去：${describeSystemError(error)}。`);
    const say = createSay(context.stderr, { isJson: wantsJson(argv) });
    process.exit(report(failure, argv, { ...context, say }));
  });
  // The terminal may be gone (SIGHUP); there is nobody left to tell, or to ask.
  process.stderr.on('error', () => {});
  process.stdin.on('error', () => {});
  process.exitCode = await runCommandLine(argv, context);
  await Promise.all([flush(context.stdout), flush(process.stderr)]);
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
  const say = createSay(world.stderr, { isJson: wantsJson(argv) });
  const context = { ...world, say };
  try {
    await buildProgram(context).parseAsync([...argv], { from: 'user' });
    say.end();
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (isHelpOrVersion(error)) return 0;
      return report(translateCommanderError(error, argv), argv, context);
    }
    return report(error, argv, context);
  }
}

function report(error: unknown, argv: readonly string[], { stderr, say }: CliContext): number {
  if (error instanceof InterviewCancelled) {
    const sentence = cancelSentence(error.reason, error.state);
    stderr.write(`${wrapText(sentence, columnsOf(stderr) - 1).join('\n')}\n`);
    return CANCELLED[error.reason];
  }
  if (error instanceof BatchInterrupted) {
    stderr.write(`${safeText(error.message)}\n`);
    return CANCELLED[error.reason];
  }
  if (error instanceof BrokenFlowsError && error.told) return 4;
  const { text, document } = describeError(error);
  const details = say.held();
  const told = { ...document, ...(details.length > 0 && { details }) };
  stderr.write(`${wantsJson(argv) ? formatJson({ error: told }) : safeText(text)}\n`);
  if (error instanceof UsageError) return 2;
  if (error instanceof MissingAnswersError) return 3;
  return document.code === 'flow-file' ? 4 : 1;
}

/** Whether JSON was asked for; read from the words themselves, since parsing them may be what failed. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some((word, index) => {
    if (['--json', '-fjson', '--format=json'].includes(word)) return true;
    return ['-f', '--format'].includes(word) && argv[index + 1] === 'json';
  });
}

function flush(stream: OutputStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
