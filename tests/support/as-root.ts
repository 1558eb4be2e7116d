import { mkdirSync, readdirSync, statfsSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newFolder } from './new-folder.ts';
import { runProgram } from './run-program.ts';

/** The words before a command that needs root: none for root itself. */
const SUDO: readonly string[] = process.getuid?.() === 0 ? [] : ['sudo', '-n'];

/**
 * The words before a command that keeps its user but has no power over files that are not to be written:
 * root in name only.
 */
export const POWERLESS: readonly string[] = [
  ...SUDO,
  'setpriv',
  '--bounding-set=-all',
  '--inh-caps=-all',
  ...(SUDO.length > 0 ? [`--reuid=${process.getuid?.()}`, '--clear-groups'] : []),
];

/** The words before a command of a user whom the system does not know, who may read everything. */
export const UNKNOWN_USER: readonly string[] = [
  ...SUDO,
  'setpriv',
  '--reuid=54321',
  '--regid=54321',
  '--clear-groups',
  '--inh-caps=+dac_read_search',
  '--ambient-caps=+dac_read_search',
];

/** A disk of 64 kB. */
export interface TinyDisk {
  readonly folder: string;
  /** Leaves room for so many bytes, in whole pages. */
  leave(bytes: number): void;
  /** The names and sizes of the files on it, those that fill it left out. */
  files(): Record<string, number>;
}

/** Runs something with a disk of its own, and takes the disk away whatever comes of it. */
export async function withTinyDisk(use: (disk: TinyDisk) => Promise<void>): Promise<void> {
  const folder = join(newFolder(), 'disk');
  mkdirSync(folder);
  runRoot('mount', ['-t', 'tmpfs', '-o', 'size=64k,mode=0777', 'yibao-test', folder]);
  try {
    await use({ folder, leave: (bytes) => leave(folder, bytes), files: () => sizesIn(folder) });
  } finally {
    runRoot('umount', ['--lazy', folder]);
  }
}

function runRoot(program: string, args: readonly string[]): void {
  const [first = program, ...rest] = [...SUDO, program, ...args];
  runProgram(first, rest);
}

const FILL = 'fill';

function leave(folder: string, bytes: number): void {
  const file = join(folder, FILL);
  writeFileSync(file, '');
  truncateSync(file, 0);
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(Math.max(0, bavail * bsize - bytes), 1));
}

function sizesIn(folder: string): Record<string, number> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const sized = names.map(({ name, parentPath }) => [name, statSync(join(parentPath, name)).size] as const);
  return Object.fromEntries(sized.filter(([name]) => name !== FILL));
}
