import { type CliContext, isBuildServer } from './context.ts';

/** Tells on stderr what goes on; silent with --quiet and where nobody looks on. */
export interface Progress {
  /** Draws at once: a long computation may follow. */
  say(text: string): void;
  stop(): void;
}

const SILENT: Progress = { say: () => {}, stop: () => {} };

/** Starts a spinner with words beside it. */
export async function startProgress({ stderr, env, say }: CliContext, text: string): Promise<Progress> {
  // The spinner never ends clearing its lines where a terminal says that it has no columns.
  const isSeen = stderr.isTTY && stderr.columns !== 0 && env.TERM !== 'dumb' && !isBuildServer(env);
  if (!isSeen || say.level === 'quiet') return SILENT;
  const { default: ora } = await import('ora');
  // The spinner must not read stdin: a pipe may be waiting there.
  const spinner = ora({ text, color: false, stream: stderr, discardStdin: false }).start();
  return {
    say: (next) => {
      spinner.text = next;
      spinner.render();
    },
    stop: () => void spinner.stop(),
  };
}
