import { type CancelState, InterviewCancelled } from '../interview/cancelled.ts';
import type { ProgressFile, ProgressFolder } from '../interview/progress-folder.ts';
import type { SavedInterview } from '../interview/saved-interview.ts';
import { describeSystemError } from './errors.ts';

/** Keeps what has been answered until the checklist is shown. */
export interface ProgressKeeper {
  keep(saved: SavedInterview): Promise<void>;
  /** The checklist is shown: nothing is kept any more. */
  finish(): Promise<void>;
  state(): CancelState;
}

/** Where to keep, and how to tell that it cannot be done. */
export interface KeeperOptions {
  /** Absent with --no-save. */
  readonly folder?: ProgressFolder;
  /** The file of an interview that goes on. */
  readonly file?: ProgressFile;
  readonly tell: (sentence: string) => void;
}

/** Told where there is neither a home nor another place of the user's own. */
export const NOWHERE_TO_KEEP = '找不到您的主文件夹，回答没有地方存。可以照常答完，只是中途停下就不能接着答。';

/** Told where all was answered, but the checklist could not be written. */
export const STILL_KEPT = '清单没有写成；您的回答还存着，接着做请写：yibao resume';

/** A keeper that tells once where something cannot be written, tries again, and lets the interview go on. */
export function createKeeper({ folder, file: started, tell }: KeeperOptions): ProgressKeeper {
  let file = started;
  let isKept = started !== undefined;
  let isLastKept = true;
  let isTold = false;
  return {
    async keep(saved) {
      if (!folder) return;
      try {
        if (!file) await folder.purge();
        file ??= folder.create(saved.flow);
        await file.write(saved);
        isKept = true;
        isLastKept = true;
      } catch (error) {
        isLastKept = false;
        if (!isTold) tell(cannotKeep(folder.path, error, isKept));
        isTold = true;
      }
    },
    async finish() {
      if (isKept) {
        await file?.remove().catch((error: unknown) => {
          tell(`存着的回答删不掉：${describeSystemError(error)}。请写 yibao resume --forget 再删一次。`);
        });
      }
      file = undefined;
      isKept = false;
    },
    state: () => (isKept ? (isLastKept ? 'kept' : 'partly-kept') : 'nothing-kept'),
  };
}

function cannotKeep(path: string, error: unknown, isKept: boolean): string {
  const loss = isKept ? '中途停下，从这里起答的就没有了' : '中途停下就不能接着答';
  return `回答存不到 ${path}：${describeSystemError(error)}。可以照常答完，只是${loss}。`;
}

/** Runs a part of a conversation; leaving it early says what remains. */
export async function leavingAs<T>(state: () => CancelState, part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (error) {
    throw error instanceof InterviewCancelled ? new InterviewCancelled(error.reason, state()) : error;
  }
}
