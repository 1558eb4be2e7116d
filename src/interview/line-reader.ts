import { createInterface } from 'node:readline';

/** Reads lines one by one; undefined at the end of the input. No line is lost between two reads. */
export interface LineReader {
  next(): Promise<string | undefined>;
  close(): void;
}

/** Lines of a pipe or of a terminal in its own line mode. `signal` ends a waiting read. */
export function createLineReader(input: NodeJS.ReadableStream, signal: AbortSignal): LineReader {
  const lines = createInterface({ input, terminal: false });
  const waiting: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const rouse = () => {
    wake?.();
    wake = undefined;
  };
  lines.on('line', (line) => {
    waiting.push(line);
    rouse();
  });
  lines.on('close', () => {
    ended = true;
    rouse();
  });
  signal.addEventListener('abort', rouse);
  return {
    async next() {
      while (waiting.length === 0 && !ended && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return signal.aborted ? undefined : waiting.shift();
    },
    close() {
      signal.removeEventListener('abort', rouse);
      lines.close();
    },
  };
}
