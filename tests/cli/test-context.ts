import { Readable, Writable } from 'node:stream';
import type { World } from '../../src/cli/context.ts';
import { runCommandLine } from '../../src/cli/main.ts';
import { openProgressFolder } from '../../src/interview/progress-folder.ts';
import type { Prompter } from '../../src/interview/prompter.ts';
import type { FlowStore } from '../../src/load/flow-store.ts';
import type { FlowFiles } from '../../src/load/read-flow-files.ts';
import { packageRoot } from './package-root.ts';

/** What a run left behind. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run differs from one in a script: no terminal, no colour, nothing on stdin. */
export interface Circumstances {
  readonly stdin?: string | Buffer;
  /** Which of the streams are terminals. */
  readonly terminals?: readonly ('stdin' | 'stdout' | 'stderr')[];
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly prompter?: Prompter;
  readonly store?: FlowStore | (() => Promise<FlowStore>);
  readonly files?: FlowFiles;
  /** The folder in which unfinished interviews are kept. */
  readonly progress?: string;
  /** Takes what is opened on a desktop; without it there is no desktop. */
  readonly opened?: string[];
}

class Sink extends Writable {
  text = '';

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}

/** Runs a command line in this process, on streams of its own, on 2026-11-22. */
export async function runCli(argv: readonly string[], circumstances: Circumstances = {}): Promise<CliRun> {
  const { terminals = [], columns = 80, env = {}, prompter, store, files, progress, opened } = circumstances;
  const isTTY = (name: 'stdin' | 'stdout' | 'stderr') => ({ isTTY: terminals.includes(name), columns });
  const stdin = Object.assign(Readable.from([circumstances.stdin ?? '']), isTTY('stdin'));
  const stdout = Object.assign(new Sink(), isTTY('stdout'));
  const stderr = Object.assign(new Sink(), isTTY('stderr'));
  const context: World = {
    stdin,
    stdout,
    stderr,
    env,
    today: '2026-11-22',
    packageRoot,
    openFlows: async () => {
      if (!store) throw new Error('this test opens no flows');
      return typeof store === 'function' ? store() : store;
    },
    readFlows: async () => {
      if (!files) throw new Error('this test reads no files');
      return files;
    },
    openPrompter: async (face, signal) => {
      if (prompter) return prompter;
      const { openPlainPrompter, openRichPrompter } = await import('../../src/cli/open-prompter.ts');
      return face === 'plain' ? openPlainPrompter(context, signal) : openRichPrompter(context, signal);
    },
    readDistricts: async () => [['桃江县', '430900']],
    openProgress: async () => {
      if (progress === undefined) throw new Error('this test keeps nothing');
      return openProgressFolder(progress, Date.now);
    },
    openOnDesktop: async (path) => {
      opened?.push(path);
      return opened !== undefined;
    },
    onSignal: () => () => {},
  };
  const code = await runCommandLine(argv, context);
  return { code, stdout: stdout.text, stderr: stderr.text };
}
