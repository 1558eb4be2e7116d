import { createHash, randomBytes } from 'node:crypto';
import { lstat, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** `.yibao-<machine>-<process>-<random>.part`: says who writes it, so that nobody else's is ever deleted. */
const PART = /^\.yibao-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.part$/;
const HOUR = 60 * 60 * 1000;

/** A new name, beside a file that is to be written, for what is not whole yet. */
export function newPartName(): string {
  return `.yibao-${machine()}-${process.pid}-${randomBytes(6).toString('hex')}.part`;
}

/**
 * Deletes what runs that were killed in the middle of writing left in a folder: only files that this
 * program made for this user, whose process is gone or which are more than an hour old. Never throws.
 */
export async function clearLeftOvers(folder: string, now: () => number = Date.now): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const file = join(folder, name);
    const [, where, writer] = PART.exec(name) ?? [];
    if (writer === undefined) continue;
    const isGone = where === machine() && !isRunning(Number(writer));
    if (await isOwnAndDone(file, isGone, now)) await rm(file, { force: true }).catch(() => {});
  }
}

async function isOwnAndDone(file: string, isGone: boolean, now: () => number): Promise<boolean> {
  const found = await lstat(file).catch(() => undefined);
  if (!found?.isFile() || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  return isGone || now() - found.mtimeMs > HOUR;
}

/** A process of another user cannot be signalled, but it is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/** Process numbers of another machine, on a shared folder, say nothing here. */
function machine(): string {
  return createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
}
