import PDFDocument from 'pdfkit';
import type { Checklist } from '../model/checklist.ts';
import { buildOutline } from './build-outline.ts';
import { buildBlocks } from './pdf-blocks.ts';
import { drawBlocks, drawPageNumbers } from './pdf-draw.ts';
import { openFont, refuseMissing, rulerOf } from './pdf-font.ts';
import { type PlacedBlock, placeBlocks } from './pdf-pages.ts';
import { PAGE, sizesOf } from './pdf-style.ts';

/** What a PDF needs to be told. */
export interface PdfOptions {
  /** A font file that has every character of the checklist. */
  readonly font: Uint8Array;
  /** Whether the person chose the font; then the advice about a missing character is another. */
  readonly ownFont?: boolean | undefined;
  readonly large?: boolean | undefined;
  readonly why?: boolean | undefined;
}

type Pdf = InstanceType<typeof PDFDocument>;

const SPECIAL: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '&': '＆' };

/** The library writes the title into XML as it is. */
const safeTitle = (title: string): string => title.replace(/[<>&]/g, (found) => SPECIAL[found] ?? found);

function openDocument(title: string, date: string, font: object): Pdf {
  return new PDFDocument({
    // Not left out: without one, the library looks for files of Helvetica. It also takes an open font.
    font: font as unknown as string,
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    // The library's types do not know this one yet.
    subset: 'PDF/UA' as 'PDF/A-1',
    tagged: true,
    displayTitle: true,
    lang: 'zh-CN',
    autoFirstPage: false,
    bufferPages: true,
    info: {
      Title: safeTitle(title),
      Creator: 'yibao',
      Producer: 'yibao',
      // biome-ignore lint/style/noRestrictedGlobals: the run's own day, not the clock
      CreationDate: new Date(`${date}T00:00:00Z`),
    },
  });
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('error', reject);
    pdf.on('end', () => {
      const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
      let at = 0;
      for (const chunk of chunks) {
        bytes.set(chunk, at);
        at += chunk.length;
      }
      resolve(bytes);
    });
    pdf.end();
  });
}

function textsOf(blocks: readonly PlacedBlock[]): string[] {
  return blocks.flatMap(({ rows }) => rows.flatMap(({ row }) => row.runs.map(({ text }) => text)));
}

/**
 * A checklist as a PDF of A4 pages: the same form as the printed HTML. Same inputs give the same bytes.
 * Throws `RenderError` if the font is none or lacks characters.
 */
export async function renderPdf(checklist: Checklist, options: PdfOptions): Promise<Uint8Array> {
  const outline = buildOutline(checklist, options);
  const sizes = sizesOf(options.large === true);
  const font = openFont(options.font);
  const ruler = rulerOf(font);
  const blocks = placeBlocks(buildBlocks(outline, sizes), ruler, sizes);
  refuseMissing(font, textsOf(blocks), options.ownFont === true);
  const pdf = openDocument(outline.title, checklist.date, font);
  const pages = Math.max(...blocks.flatMap(({ rows }) => rows.map(({ page }) => page))) + 1;
  for (let page = 0; page < pages; page++) pdf.addPage({ size: [PAGE.width, PAGE.height], margin: 0 });
  drawBlocks(pdf, blocks, sizes, ruler);
  drawPageNumbers(pdf, sizes, ruler);
  return collect(pdf);
}
