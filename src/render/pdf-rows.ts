import { wrapSpans } from './layout.ts';
import type { Cell } from './line-breaks.ts';
import { packFacts } from './pack-facts.ts';
import type { Blanks, Facts, Paragraph, Part, Sign } from './pdf-block.ts';
import { BASELINE, COLOURS, LEADING, LOOKS, ROOM } from './pdf-style.ts';
import type { Span } from './style.ts';

/** The width of a text, of the size of its font. */
export type Ruler = (text: string) => number;

/** A stretch of one line in one look. Places are from the left of the block and the top of the row. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly colour: string;
  readonly bold: boolean;
}

/** One line of a page. */
export interface Row {
  readonly height: number;
  readonly runs: readonly Run[];
  /** What it is to a screen reader, and which paragraph it goes on with. */
  readonly tag: Paragraph['tag'];
  readonly paragraph: Part;
  readonly sign?: { readonly sign: Sign; readonly x: number; readonly size: number };
  /** Lines to write on. */
  readonly writeOn?: readonly { readonly from: number; readonly to: number; readonly y: number }[];
  readonly link?: string;
}

const GAP = '      ';

const scaleOf = ({ role }: Span): number => (role && LOOKS[role].scale) || 1;

function widthOf(spans: readonly Span[], ruler: Ruler): number {
  return spans.reduce((width, span) => width + ruler(span.text) * scaleOf(span), 0);
}

/** How wide each character is where it stands: a mark is smaller than the text around it. */
function measureIn(spans: readonly Span[], ruler: Ruler): (cell: Cell) => number {
  const ends: number[] = [];
  for (const { text } of spans) ends.push((ends.at(-1) ?? 0) + text.length);
  return ({ text, at }) => {
    const span = spans[ends.findIndex((end) => at < end)];
    return ruler(text) * (span ? scaleOf(span) : 1);
  };
}

function setLine(line: readonly Span[], x: number, size: number, ruler: Ruler): Run[] {
  let at = x;
  return line.map((span, index) => {
    const look = span.role ? LOOKS[span.role] : {};
    const own = size * (look.scale ?? 1);
    const run: Run = {
      text: span.text,
      x: at,
      baseline: size * BASELINE - own * (look.rise ?? 0),
      size: own,
      colour: look.colour ?? COLOURS.ink,
      bold: look.bold === true,
    };
    // Nothing follows the last one; most lines have only one, and its width is not needed.
    if (index < line.length - 1) at += ruler(span.text) * own;
    return run;
  });
}

function paragraphRows(paragraph: Paragraph, ruler: Ruler): Row[] {
  const { spans, size, indent, sign, centred, link, tag } = paragraph;
  const room = ROOM - indent;
  const lines = wrapSpans(spans, room / size, measureIn(spans, ruler));
  return lines.map((line, index): Row => {
    const x = centred ? (ROOM - widthOf(line, ruler) * size) / 2 : indent;
    return {
      height: size * LEADING,
      runs: setLine(line, x, size, ruler),
      tag,
      paragraph,
      ...(sign && index === 0 ? { sign: { sign, x: indent, size } } : {}),
      ...(link === undefined ? {} : { link }),
    };
  });
}

function factRows(part: Facts, ruler: Ruler): Row[] {
  const { facts, size, indent } = part;
  const measure = (spans: readonly Span[]): number => widthOf(spans, ruler);
  const packed = packFacts(facts, { room: (ROOM - indent) / size, gap: GAP, measure });
  return packed.flatMap((spans) => paragraphRows({ tag: 'P', spans, size, indent }, ruler));
}

/** The room for a hand to write in, of the size of the label. */
const WRITING_HEIGHT = 2.3;

function blankRow(part: Blanks, ruler: Ruler): Row {
  const { labels, columns, size } = part;
  const gap = size * 2;
  const width = (ROOM - gap * (columns - 1)) / columns;
  const height = size * WRITING_HEIGHT;
  const lefts = labels.map((_, column) => column * (width + gap));
  const runs = labels.flatMap((text, column) => setLine([{ text }], lefts[column] ?? 0, size, ruler));
  const writeOn = labels.map((text, column) => {
    const left = lefts[column] ?? 0;
    const from = text === '' ? left : left + (ruler(text) + 0.6) * size;
    return { from, to: left + width, y: height - size * 0.1 };
  });
  const lowered = runs.map((run) => ({ ...run, baseline: height - size * 0.35 }));
  return { height, runs: lowered.filter(({ text }) => text !== ''), tag: 'P', paragraph: part, writeOn };
}

/** A part of a block, line by line. */
export function setRows(part: Part, ruler: Ruler): Row[] {
  if ('labels' in part) return [blankRow(part, ruler)];
  return 'facts' in part ? factRows(part, ruler) : paragraphRows(part, ruler);
}
