/** The endings of a format's files, by the names of all formats. A new format is a line here and one in formats.ts. */
const ENDINGS = {
  terminal: [],
  text: ['.txt'],
  markdown: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  pdf: ['.pdf'],
  json: ['.json'],
  ics: ['.ics'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A face of the checklist. */
export type Format = keyof typeof ENDINGS;

/** A face of the checklist that is text. */
export type TextFormat = Exclude<Format, 'pdf'>;

/** The names of all formats, for help and for what is allowed. */
export const FORMATS = Object.keys(ENDINGS) as readonly Format[];

/** The endings that files of a format may have, the usual one first. */
export function endingsOf(format: Format): readonly string[] {
  return ENDINGS[format];
}

/** The format of a file by its ending; undefined where no format has that ending. */
export function formatOfFile(path: string): Format | undefined {
  const name = path.toLowerCase();
  return FORMATS.find((format) => endingsOf(format).some((ending) => name.endsWith(ending)));
}

/** Whether a format is bytes, which no terminal can show. */
export function isBinary(format: Format): boolean {
  return format === 'pdf';
}
