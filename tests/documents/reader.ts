import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { packageFolder } from '../support/package-folder.ts';
import type { ShownFile } from './read-scenes.ts';

/** What a command line did. */
export interface ReaderRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Someone who reads a document and types what it says, in a folder where the built `yibao` can be run. */
export interface Reader {
  readonly folder: string;
  readonly state: string;
  save(file: ShownFile): void;
  /** Runs a command line without a terminal. */
  type(command: string): ReaderRun;
  leave(): void;
}

/** A reader with an empty folder. */
export function newReader(): Reader {
  const home = mkdtempSync(join(tmpdir(), 'yibao-reader-'));
  const [folder, programs, state] = ['folder', 'programs', 'state'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  for (const each of [folder, programs, state, join(folder, 'node_modules')]) mkdirSync(each);
  // As in the project's own folder: its flows are there, and scripts that import yibao find it.
  symlinkSync(join(packageFolder, 'flows'), join(folder, 'flows'));
  symlinkSync(packageFolder, join(folder, 'node_modules', 'yibao'));
  plantProgram(join(programs, 'yibao'), '');
  // The real npx takes its time; tests/system runs it once.
  plantProgram(join(programs, 'npx'), '[ "$1" = yibao ] || exit 127\nshift\n');
  const env = {
    PATH: [programs, dirname(process.execPath), process.env.PATH].join(':'),
    HOME: home,
    LANG: 'C.UTF-8',
    XDG_STATE_HOME: state,
  };
  return {
    folder,
    state,
    save({ path, text, appended }) {
      const place = join(folder, path);
      mkdirSync(dirname(place), { recursive: true });
      if (appended) appendFileSync(place, text);
      else writeFileSync(place, text);
    },
    type(command) {
      const options = { cwd: folder, env, encoding: 'utf8', input: '', timeout: 50_000 } as const;
      const { status, stdout, stderr } = spawnSync('sh', ['-c', command], options);
      return { code: status, stdout, stderr };
    },
    leave: () => rmSync(home, { recursive: true }),
  };
}

function plantProgram(path: string, before: string): void {
  const launcher = join(packageFolder, 'bin', 'yibao.js');
  writeFileSync(path, `#!/bin/sh\n${before}exec "${process.execPath}" "${launcher}" "$@"\n`);
  chmodSync(path, 0o755);
}
