/** A line that says something. */
export interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
  /** How many spaces it begins with. */
  readonly indent: number;
}

/** Tabs, line ends of old, marks of documents, settings: none of it is simple. */
const NOT_SIMPLE = /[\t\0\uFEFF]|\r(?!\n)|^(?:---|\.\.\.|%)/m;

/** The lines of a YAML text without empty ones and comments; undefined where the text is not simple. */
export function contentLines(text: string): Line[] | undefined {
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (NOT_SIMPLE.test(bare)) return undefined;
  const lines: Line[] = [];
  for (const [index, line] of bare.split(/\r?\n/).entries()) {
    const indent = line.search(/[^ ]/);
    if (indent >= 0 && line[indent] !== '#') lines.push({ text: line, number: index + 1, indent });
  }
  return lines;
}
