import type PDFDocument from 'pdfkit';
import { EMPTY_BOX, pageNumber } from './form-wording.ts';
import type { Block } from './pdf-block.ts';
import { type PlacedBlock, type PlacedRow, panelPadding, rulePadding } from './pdf-pages.ts';
import type { Ruler, Run } from './pdf-rows.ts';
import { drawSign, signBox } from './pdf-signs.ts';
import { BASELINE, COLOURS, LEADING, PAGE, ROOM, type Sizes } from './pdf-style.ts';

type Pdf = InstanceType<typeof PDFDocument>;
type Element = ReturnType<Pdf['struct']>;

/** The font has one weight; bold is its outlines drawn with a line this wide, of their size. */
const BOLD_LINE = 0.032;

/** Draws what is no content to a screen reader. */
function drawArtifact(pdf: Pdf, type: 'Layout' | 'Pagination', draw: () => void): void {
  pdf.markContent('Artifact', { type });
  draw();
  pdf.endMarkedContent();
}

function drawRun(pdf: Pdf, { text, x, baseline, size, colour, bold }: Run, y: number): void {
  pdf.fontSize(size).fillColor(colour);
  if (bold)
    pdf
      .strokeColor(colour)
      .lineWidth(size * BOLD_LINE)
      .lineJoin('round');
  pdf.text(text, PAGE.left + x, y + baseline, {
    lineBreak: false,
    baseline: 'alphabetic',
    ...(bold ? { fill: true, stroke: true } : {}),
  });
}

function drawPanel(pdf: Pdf, block: Block, rows: readonly PlacedRow[], sizes: Sizes): void {
  const pad = panelPadding(sizes);
  const warn = block.panel === 'warn';
  for (const page of new Set(rows.map((placed) => placed.page))) {
    const here = rows.filter((placed) => placed.page === page);
    const top = (here[0]?.y ?? 0) - pad;
    const last = here.at(-1);
    const height = (last ? last.y + last.row.height : top) + pad - top;
    pdf.switchToPage(page);
    drawArtifact(pdf, 'Layout', () => {
      pdf.rect(PAGE.left, top, ROOM, height).fill(warn ? COLOURS.warnTint : COLOURS.goodTint);
      pdf.rect(PAGE.left, top, 3.5, height).fill(warn ? COLOURS.warn : COLOURS.good);
    });
  }
}

function drawRule(pdf: Pdf, block: Block, rows: readonly PlacedRow[], sizes: Sizes): void {
  const last = rows.at(-1);
  if (!last) return;
  const strong = block.rule === 'strong';
  const y = last.y + last.row.height + rulePadding(sizes) * (strong ? 0.4 : 1);
  pdf.switchToPage(last.page);
  drawArtifact(pdf, 'Layout', () => {
    pdf.lineWidth(strong ? 1.1 : 0.6).strokeColor(strong ? COLOURS.blue : COLOURS.line);
    pdf
      .moveTo(PAGE.left, y)
      .lineTo(PAGE.left + ROOM, y)
      .stroke();
  });
}

function drawRow(pdf: Pdf, { row, page, y }: PlacedRow, element: Element): void {
  pdf.switchToPage(page);
  element.add(pdf.markStructureContent(row.tag));
  for (const run of row.runs) drawRun(pdf, run, y);
  pdf.endMarkedContent();
  for (const { from, to, y: below } of row.writeOn ?? []) {
    drawArtifact(pdf, 'Layout', () => {
      pdf.lineWidth(0.7).strokeColor(COLOURS.ink);
      pdf
        .moveTo(PAGE.left + from, y + below)
        .lineTo(PAGE.left + to, y + below)
        .stroke();
    });
  }
}

/** The sign before an entry. A box to tick is content; a dot or a triangle is not. */
function drawEntrySign(pdf: Pdf, rows: readonly PlacedRow[], entry: Element | undefined): void {
  for (const { row, page, y } of rows) {
    if (!row.sign) continue;
    const { sign } = row.sign;
    const box = signBox(row.sign, y);
    pdf.switchToPage(page);
    if (sign === 'box' && entry) {
      const content = pdf.markStructureContent('Lbl');
      drawSign(pdf, sign, box);
      pdf.endMarkedContent();
      entry.add(pdf.struct('Lbl', { alt: EMPTY_BOX }, [content]));
    } else drawArtifact(pdf, 'Layout', () => drawSign(pdf, sign, box));
  }
}

function drawText(pdf: Pdf, rows: readonly PlacedRow[], parent: Element, ruler: Ruler): void {
  const paragraphs = new Set(rows.map(({ row }) => row.paragraph));
  for (const paragraph of paragraphs) {
    const own = rows.filter(({ row }) => row.paragraph === paragraph);
    const element = pdf.struct(own[0]?.row.link === undefined ? (own[0]?.row.tag ?? 'P') : 'Link');
    parent.add(element);
    for (const placed of own) {
      drawRow(pdf, placed, element);
      linkRow(pdf, placed, element, ruler);
    }
    element.end();
  }
}

function linkRow(pdf: Pdf, { row, y }: PlacedRow, element: Element, ruler: Ruler): void {
  const [run] = row.runs;
  if (row.link === undefined || !run || !/^https?:\/\/[^\s/]/i.test(row.link)) return;
  // The library's types do not know this option yet.
  const options = { structParent: element } as object;
  pdf.link(PAGE.left + run.x, y, ruler(run.text) * run.size, row.height, row.link, options);
}

function addBookmark(pdf: Pdf, block: Block, rows: readonly PlacedRow[]): void {
  const [first] = rows;
  if (!block.bookmark || !first) return;
  pdf.switchToPage(first.page);
  // The library counts `left` from the right edge.
  const place = { expanded: false, top: first.y - 12, left: PAGE.width };
  pdf.outline.addItem(block.bookmark, place);
}

/** Draws placed blocks on the pages of a document, which are there already, with a structure to follow by ear. */
export function drawBlocks(pdf: Pdf, blocks: readonly PlacedBlock[], sizes: Sizes, ruler: Ruler): void {
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  let list: Element | undefined;
  for (const { block, rows } of blocks) {
    if (!block.entry) {
      list?.end();
      list = undefined;
    } else if (!list) {
      list = pdf.struct('L');
      root.add(list);
    }
    const entry = list ? pdf.struct('LI') : undefined;
    if (entry) list?.add(entry);
    if (block.panel) drawPanel(pdf, block, rows, sizes);
    if (block.rule) drawRule(pdf, block, rows, sizes);
    addBookmark(pdf, block, rows);
    drawEntrySign(pdf, rows, entry);
    const body = entry ? pdf.struct('LBody') : root;
    entry?.add(body);
    drawText(pdf, rows, body, ruler);
    entry?.end();
  }
  list?.end();
  root.end();
}

/** 第 1 页，共 2 页, at the foot of every page. */
export function drawPageNumbers(pdf: Pdf, sizes: Sizes, ruler: Ruler): void {
  const { count } = pdf.bufferedPageRange();
  const size = Math.min(sizes.note, 11);
  for (let page = 0; page < count; page++) {
    const text = pageNumber(page + 1, count);
    const x = (ROOM - ruler(text) * size) / 2;
    pdf.switchToPage(page);
    drawArtifact(pdf, 'Pagination', () => {
      const run: Run = { text, x, baseline: size * BASELINE, size, colour: COLOURS.dim, bold: false };
      drawRun(pdf, run, PAGE.height - PAGE.bottom / 2 - (size * LEADING) / 2);
    });
  }
}
