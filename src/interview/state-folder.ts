import { isAbsolute, join } from 'node:path';

/**
 * Where unfinished interviews are kept: the user's state folder, as each system names it. Undefined where
 * the user has none: without a home, or with one that is not a whole path.
 */
export async function interviewsFolder(): Promise<string | undefined> {
  // The library looks for the home as it is loaded, and throws where there is none.
  const library = await import('env-paths').catch(() => undefined);
  if (!library) return undefined;
  const { log, data } = library.default('yibao', { suffix: '' });
  // On Linux env-paths calls XDG_STATE_HOME the folder for logs; elsewhere logs have one of their own.
  const state = ['darwin', 'win32'].includes(process.platform) ? data : log;
  return isAbsolute(state) ? join(state, 'interviews') : undefined;
}
