import { Chalk, type ChalkInstance } from 'chalk';
import type { InterviewStyle } from '../interview/theme.ts';
import type { Style } from '../render/style.ts';
import type { CliContext, Output } from './context.ts';

/** Whether a stream gets colour: FORCE_COLOR, then NO_COLOR, then whether it is a terminal. */
function wantsColor(stream: Output, env: CliContext['env']): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR) return false;
  return stream.isTTY === true && env.TERM !== 'dumb';
}

function chalkFor(stream: Output, env: CliContext['env']): ChalkInstance {
  return new Chalk({ level: wantsColor(stream, env) ? 1 : 0 });
}

/** Chalk joins all its arguments, so that `lines.map(chalk.bold)` would print indexes too. */
function only(paint: (text: string) => string): (text: string) => string {
  return (text) => paint(text);
}

/** The colours of a checklist. */
export function createStyle(stream: Output, env: CliContext['env']): Style {
  const chalk = chalkFor(stream, env);
  return {
    title: only(chalk.bold),
    heading: only(chalk.bold.cyan),
    bold: only(chalk.bold),
    dim: only(chalk.dim),
    good: only(chalk.green),
    warn: only(chalk.yellow),
    mark: only(chalk.dim),
  };
}

/** The colours of the interview. */
export function createInterviewStyle(stream: Output, env: CliContext['env']): InterviewStyle {
  const chalk = chalkFor(stream, env);
  return {
    ask: only(chalk.bold),
    quiet: only(chalk.dim),
    active: only(chalk.cyan),
    answer: only(chalk.green),
    refused: only(chalk.yellow),
  };
}
