import type { CancelReason } from '../interview/cancelled.ts';
import { openFlowStore } from '../load/flow-store.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import { late } from '../model/late.ts';
import type { World } from './context.ts';
import { openStdout } from './open-stdout.ts';

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

/** A moment in China to the minute: 11月22日 15:30. */
export function minuteInChina(milliseconds: number): string {
  const [, month, day, time] =
    /^\d+-0?(\d+)-0?(\d+)T(\d\d:\d\d)/.exec(new Date(milliseconds + EIGHT_HOURS).toISOString()) ?? [];
  return `${month}月${day}日 ${time}`;
}

/** The terminal may be gone (SIGHUP); there is nobody left to tell, or to ask. */
function withoutErrors<S extends NodeJS.EventEmitter>(stream: S): S {
  stream.on('error', () => {});
  return stream;
}

/** The world of a real run. `failOutput` hears of what cannot be written to stdout. */
export function createProcessContext(packageRoot: URL, failOutput: (error: Error) => void): World {
  // A stream opens when it is first used: that takes time, and a run in a script needs stdout alone.
  const openStdin = late(() => withoutErrors(process.stdin));
  const openStderr = late(() => withoutErrors(process.stderr));
  const context: World = {
    get stdin() {
      return openStdin();
    },
    stdout: openStdout(failOutput),
    get stderr() {
      return openStderr();
    },
    env: process.env,
    today: dateInChina(Date.now()),
    packageRoot,
    openFlows(folder, use) {
      return openFlowStore({ packageRoot, ...use, ...(folder === undefined ? {} : { flows: folder }) });
    },
    async readFlows(paths, parseAhead) {
      const { readFlowFiles } = await import('../load/read-flow-files.ts');
      return readFlowFiles(packageRoot, paths, parseAhead);
    },
    async openPrompter(face, signal) {
      const { openPlainPrompter, openRichPrompter } = await import('./open-prompter.ts');
      return face === 'plain' ? openPlainPrompter(context, signal) : openRichPrompter(context, signal);
    },
    async readDistricts() {
      const { readDistricts } = await import('../load/read-districts.ts');
      return readDistricts(packageRoot);
    },
    async openProgress() {
      const { openProgressFolder } = await import('../interview/progress-folder.ts');
      const { interviewsFolder } = await import('../interview/state-folder.ts');
      const path = await interviewsFolder();
      return path === undefined ? undefined : openProgressFolder(path, Date.now);
    },
    async openOnDesktop(path) {
      const { openOnDesktop } = await import('./open-on-desktop.ts');
      return openOnDesktop(path, process.platform, process.env);
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
