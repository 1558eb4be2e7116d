/** What stands above a question: kept as what it says, so that it can be laid out for another width. */
export interface Transcript {
  add(draw: () => string): void;
  clear(): void;
  /** All of it, laid out for the window as it is now. */
  lines(): readonly string[];
}

/** An empty transcript. */
export function createTranscript(): Transcript {
  let parts: (() => string)[] = [];
  return {
    add: (draw) => void parts.push(draw),
    clear() {
      parts = [];
    },
    lines: () => parts.flatMap((draw) => draw().split('\n')),
  };
}
