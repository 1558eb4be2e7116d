import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where unfinished interviews are kept: the user's state folder, as each system names it. */
export function interviewsFolder(): string {
  const { log, data } = envPaths('yibao', { suffix: '' });
  // On Linux env-paths calls XDG_STATE_HOME the folder for logs; elsewhere logs have one of their own.
  const state = ['darwin', 'win32'].includes(process.platform) ? data : log;
  return join(state, 'interviews');
}
