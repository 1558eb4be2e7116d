import type { CancelReason } from '../interview/cancelled.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { CliContext } from './context.ts';

const EIGHT_HOURS = 8 * 60 * 60 * 1000;

const SIGNALS: readonly (readonly [NodeJS.Signals, CancelReason])[] = [
  ['SIGINT', 'interrupt'],
  ['SIGTERM', 'terminate'],
  ['SIGHUP', 'hang-up'],
];

/** The date in China at a moment. China keeps one zone, eight hours ahead, without summer time. */
export function dateInChina(milliseconds: number): CalendarDate {
  return new Date(milliseconds + EIGHT_HOURS).toISOString().slice(0, 10);
}

/** The world of a real run. */
export function createProcessContext(packageRoot: URL): CliContext {
  const context: CliContext = {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    today: dateInChina(Date.now()),
    packageRoot,
    async openFlows(folder) {
      const { openFlowStore } = await import('../load/flow-store.ts');
      return openFlowStore({ packageRoot, ...(folder === undefined ? {} : { flows: folder }) });
    },
    async readFlows(paths) {
      const { readFlowFiles } = await import('../load/read-flow-files.ts');
      return readFlowFiles(packageRoot, paths);
    },
    async openPrompter(face, signal) {
      const { openPlainPrompter, openRichPrompter } = await import('./open-prompter.ts');
      return face === 'plain' ? openPlainPrompter(context, signal) : openRichPrompter(context, signal);
    },
    onSignal(listener) {
      const handlers = SIGNALS.map(([name, reason]) => [name, () => listener(reason)] as const);
      for (const [name, handler] of handlers) process.on(name, handler);
      return () => {
        for (const [name, handler] of handlers) process.off(name, handler);
      };
    },
  };
  return context;
}
