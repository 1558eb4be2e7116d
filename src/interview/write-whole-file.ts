import type { Stats } from 'node:fs';
import { type FileHandle, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { clearLeftOvers, newPartName } from './left-over-files.ts';

const cleared = new Set<string>();

/**
 * Writes a file so that under its name there is always all of it or what was there before: to a part
 * beside it first, which then takes its place. Left-overs of killed runs are cleared from the folder.
 * A pipe or a device is written as it is. Throws what the system says; nothing is left behind then.
 *
 * @param mode of a new file; one that exists keeps its own, and its owner.
 */
export async function writeWholeFile(
  path: string,
  content: string | Uint8Array,
  mode = 0o666,
): Promise<void> {
  const file = await realpath(path).catch(() => path);
  const before = await stat(file).catch(() => undefined);
  if (before && !before.isFile()) return writeInto(path, content);
  const folder = dirname(file);
  await clearOnce(folder);
  const part = join(folder, newPartName());
  const handle = await open(part, 'wx', before ? before.mode & 0o777 : mode);
  try {
    try {
      if (before) await keepOwner(handle, before);
      // Goes on after a short write, so that a disk with little room left is an error and not half a file.
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => {});
    throw error;
  }
}

async function writeInto(path: string, content: string | Uint8Array): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(content);
  } finally {
    await handle.close();
  }
}

/** Once a run is enough, however many files it writes. */
async function clearOnce(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  await clearLeftOvers(folder);
}

/** Only root may give files away; everybody else's stay their own. */
async function keepOwner(handle: FileHandle, { mode, uid, gid }: Stats): Promise<void> {
  await handle.chown(uid, gid).catch(() => {});
  await handle.chmod(mode & 0o777).catch(() => {});
}
