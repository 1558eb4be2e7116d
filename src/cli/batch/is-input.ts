import { fstatSync, type Stats, statSync } from 'node:fs';

const STDIN = 0;

/** Whether a path is the very file that a run reads, by whatever name: a link, another name, or `<` of the shell. */
export function isInput(path: string, input: string | undefined): boolean {
  const [written, read] = [
    fileAt(path),
    input === undefined || input === '-' ? fileAt(STDIN) : fileAt(input),
  ];
  return written !== undefined && written.ino === read?.ino && written.dev === read.dev;
}

/** A regular file; nothing of a pipe or a device is overwritten. */
function fileAt(place: string | number): Stats | undefined {
  try {
    const stats = typeof place === 'number' ? fstatSync(place) : statSync(place);
    return stats.isFile() ? stats : undefined;
  } catch {
    return undefined;
  }
}
