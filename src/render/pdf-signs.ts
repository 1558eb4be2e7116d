import type PDFDocument from 'pdfkit';
import type { Sign } from './pdf-block.ts';
import { BASELINE, COLOURS, PAGE } from './pdf-style.ts';

type Pdf = InstanceType<typeof PDFDocument>;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** Height of a Chinese character around its middle, of its size, and where that middle is above the line. */
const SIDE = 0.98;
const MIDDLE = 0.38;

/** Where the sign of a line stands: `x` is where the text begins. */
export function signBox({ sign, x, size }: { sign: Sign; x: number; size: number }, y: number): Box {
  const side = size * SIDE;
  const left = sign === 'dot' ? x - size * 0.95 : x - size * 1.7;
  return { x: PAGE.left + left, y: y + size * (BASELINE - MIDDLE) - side / 2, side };
}

/** Draws a sign: the font has none of these characters. */
export function drawSign(pdf: Pdf, sign: Sign, { x, y, side }: Box): void {
  if (sign === 'box') {
    pdf.lineWidth(0.95).strokeColor(COLOURS.ink).lineJoin('miter');
    pdf.rect(x + 0.5, y + 0.5, side - 1, side - 1).stroke();
  } else if (sign === 'dot') {
    pdf.circle(x + side * 0.3, y + side / 2, side * 0.15).fill(COLOURS.dim);
  } else {
    pdf.lineWidth(0.9).strokeColor(COLOURS.warn).lineJoin('round').lineCap('round');
    const middle = x + side / 2;
    pdf
      .moveTo(middle, y + side * 0.08)
      .lineTo(x + side, y + side * 0.92)
      .lineTo(x, y + side * 0.92)
      .closePath();
    pdf.stroke();
    pdf
      .moveTo(middle, y + side * 0.38)
      .lineTo(middle, y + side * 0.62)
      .stroke();
    pdf
      .moveTo(middle, y + side * 0.77)
      .lineTo(middle, y + side * 0.79)
      .stroke();
  }
}
