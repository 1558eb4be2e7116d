import type { OutputStream } from './context.ts';
import { safeText } from './safe-text.ts';

/** How much a run tells beside its result: `--quiet`, nothing said, `--verbose`. */
export type SayLevel = 'quiet' | 'usual' | 'verbose';

/** What a run tells on stderr beside its result. Errors do not pass through here. */
export interface Say {
  readonly level: SayLevel;
  /** The level is known once the options are read. */
  setLevel(level: SayLevel): void;
  /** Tells a person what they should know: a note, a file that was written. Not with `--quiet`. */
  note(line: string): void;
  /** Tells what was read and decided, and how long after the start. Only with `--verbose`, and made only then. */
  detail(line: () => string): void;
  /** The details that wait because stderr belongs to one JSON document, should the run fail. */
  held(): readonly string[];
  /** The run went well: what waited is told. */
  end(): void;
}

/** Opens the voice of a run. With `isJson` an error is one JSON document on stderr, so details wait. */
export function createSay(
  world: { readonly stderr: OutputStream },
  { isJson }: { readonly isJson: boolean },
): Say {
  let level: SayLevel = 'usual';
  const waiting: string[] = [];
  const write = (line: string) => void world.stderr.write(`${safeText(line)}\n`);
  return {
    get level() {
      return level;
    },
    setLevel: (wanted) => {
      level = wanted;
    },
    note: (line) => {
      if (level !== 'quiet') write(line);
    },
    detail: (line) => {
      if (level !== 'verbose') return;
      const told = `[${Math.round(performance.now())} 毫秒] ${line()}`;
      if (isJson) waiting.push(told);
      else write(told);
    },
    held: () => waiting,
    end: () => {
      for (const line of waiting.splice(0)) write(line);
    },
  };
}
