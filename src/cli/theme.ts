import { Chalk, type ChalkInstance } from 'chalk';
import type { InterviewStyle } from '../interview/theme.ts';
import type { Style } from '../render/style.ts';
import type { CliContext, OutputStream } from './context.ts';

/** Whether a stream gets colour: FORCE_COLOR, then NO_COLOR, then whether it is a terminal. */
export function wantsColor(stream: OutputStream, env: CliContext['env']): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function chalkFor(stream: OutputStream, env: CliContext['env']): ChalkInstance {
  return new Chalk({ level: wantsColor(stream, env) ? 1 : 0 });
}

/** The colours of a checklist. */
export function createStyle(stream: OutputStream, env: CliContext['env']): Style {
  const chalk = chalkFor(stream, env);
  return {
    title: chalk.bold,
    heading: chalk.bold.cyan,
    bold: chalk.bold,
    dim: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    mark: chalk.dim,
  };
}

/** The colours of the interview. */
export function createInterviewStyle(stream: OutputStream, env: CliContext['env']): InterviewStyle {
  const chalk = chalkFor(stream, env);
  return {
    ask: chalk.bold,
    quiet: chalk.dim,
    active: chalk.cyan,
    answer: chalk.green,
    refused: chalk.yellow,
  };
}
