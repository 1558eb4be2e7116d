import { runProgram } from './run-program.ts';

/** What poppler knows of a PDF. */
export interface Paper {
  readonly info: Readonly<Record<string, string>>;
  /** The text of each page. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[];
}

function readInfo(text: string): Record<string, string> {
  const lines = text.split('\n').map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  return Object.fromEntries(lines.flatMap((found) => (found ? [[found[1] ?? '', found[2] ?? '']] : [])));
}

/** Reads a PDF with the programs pdfinfo, pdftotext and pdffonts. */
export function readPaper(bytes: Uint8Array): Paper {
  const text = runProgram('pdftotext', ['-enc', 'UTF-8', '-', '-'], bytes).toString();
  const fonts = runProgram('pdffonts', ['-'], bytes).toString().trim().split('\n').slice(2);
  return {
    info: readInfo(runProgram('pdfinfo', ['-'], bytes).toString()),
    pages: text.split('\f').slice(0, -1),
    fonts: fonts.map((line) => {
      const [, name = '', embedded, , unicode] =
        /^(\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$/.exec(line) ?? [];
      return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' };
    }),
  };
}

/** How much of the first page is darker than `limit` (0 black, 255 white), from a picture in grey. */
export function shareOfInk(bytes: Uint8Array, limit: number): number {
  const picture = runProgram('pdftoppm', ['-gray', '-r', '50', '-f', '1', '-l', '1', '-'], bytes);
  // P5, width and height, the highest value, then one byte a point.
  const header = /^P5\s+\d+\s+\d+\s+\d+\s/.exec(picture.subarray(0, 40).toString('latin1'))?.[0] ?? '';
  const points = picture.subarray(header.length);
  return points.filter((point) => point < limit).length / points.length;
}
