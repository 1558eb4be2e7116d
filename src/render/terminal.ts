import type { Checklist } from '../model/checklist.ts';
import { buildOutline } from './build-outline.ts';
import { countColumns } from './columns.ts';
import { padColumns, wrapSpans } from './layout.ts';
import type { Detail, Entry, Group, Outline, Section } from './outline.ts';
import { packFacts } from './pack-facts.ts';
import type { Span, Style } from './style.ts';
import { SIGNS, sectionHeading, VERDICT_SIGNS } from './wording.ts';

/** Longer lines are hard to read; narrower ones leave no room beside the indents. */
const WIDEST = 100;
const NARROWEST = 20;
const FACT_GAP = '   ';

const countSpans = (spans: readonly Span[]): number => countColumns(spans.map(({ text }) => text).join(''));

/** Where text is set: how wide, how painted, and what stands to its left. */
interface Frame {
  readonly width: number;
  readonly style: Style;
  readonly indent: string;
}

function paint(spans: readonly Span[], style: Style): string {
  return spans.map(({ text, role }) => (role ? style[role](text) : text)).join('');
}

/** Lines of one paragraph: `first` stands before the first line, as many spaces before the others. */
function paragraph(spans: readonly Span[], frame: Frame, first = '', shownFirst = first): string[] {
  const rest = frame.indent + ' '.repeat(countColumns(first));
  const lines = wrapSpans(spans, frame.width - countColumns(rest));
  return lines.map(
    (line, index) => (index === 0 ? frame.indent + shownFirst : rest) + paint(line, frame.style),
  );
}

function detailLines(detail: Detail, frame: Frame): string[] {
  if (detail.kind === 'facts') {
    const room = frame.width - countColumns(frame.indent);
    const rows = packFacts(detail.facts, { room, gap: FACT_GAP, measure: countSpans });
    return rows.flatMap((row) => paragraph(row, frame));
  }
  if (detail.kind === 'link') return paragraph([{ text: detail.url, role: 'dim' }], frame);
  return paragraph(detail.spans, frame, detail.kind === 'bullet' ? `${SIGNS.dash} ` : '');
}

function signOf({ marker, number = 0 }: Entry): string {
  if (marker === 'number') return `${number}.`;
  return marker === 'source' ? `[${number}]` : SIGNS[marker];
}

function paintSign(sign: string, { marker }: Entry, style: Style): string {
  if (marker === 'warning') return style.warn(sign);
  if (marker === 'source') return style.mark(sign);
  return marker === 'number' ? style.bold(sign) : sign;
}

function entryLines(entry: Entry, signColumns: number, frame: Frame): string[] {
  const sign = padColumns(signOf(entry), signColumns + 1);
  const inner = { ...frame, indent: frame.indent + ' '.repeat(signColumns + 1) };
  return [
    ...paragraph(entry.title, frame, sign, paintSign(sign, entry, frame.style)),
    ...entry.details.flatMap((detail) => detailLines(detail, inner)),
  ];
}

function groupLines(group: Group, section: Section, frame: Frame): string[] {
  const all = section.groups.flatMap(({ entries }) => entries);
  const signColumns = Math.max(...all.map((entry) => countColumns(signOf(entry))));
  const airy = section.id === 'steps';
  const blocks = group.entries.map((entry) => entryLines(entry, signColumns, frame));
  const title = group.title ? paragraph([{ text: group.title, role: 'bold' }], frame) : [];
  return [...title, ...blocks.flatMap((block, index) => (airy && index > 0 ? ['', ...block] : block))];
}

function sectionLines(section: Section, number: number, frame: Frame): string[] {
  const heading = paragraph([{ text: sectionHeading(number, section.title), role: 'heading' }], frame);
  const inner = { ...frame, indent: '  ' };
  const groups = section.groups.map((group) => groupLines(group, section, inner));
  return [...heading, ...groups.flatMap((lines, index) => (index > 0 ? ['', ...lines] : lines))];
}

function headLines(outline: Outline, frame: Frame): string[] {
  const { verdict, title, details } = outline.verdict;
  const inner = { ...frame, indent: '  ' };
  const status = outline.localStatus;
  return [
    ...paragraph([{ text: outline.title, role: 'title' }], frame),
    ...paragraph([{ text: outline.dates, role: 'dim' }], frame),
    '',
    ...paragraph(title, frame, `${VERDICT_SIGNS[verdict]} `),
    ...details.flatMap((detail) => detailLines(detail, inner)),
    ...(status ? ['', ...paragraph([{ text: status, role: 'warn' }], frame, `${SIGNS.warning} `)] : []),
  ];
}

/** A checklist for a terminal of `width` columns. No line is wider; the text ends with a line end. */
export function renderTerminal(
  checklist: Checklist,
  options: { readonly width: number; readonly style: Style; readonly why?: boolean | undefined },
): string {
  const outline = buildOutline(checklist, options);
  const width = Math.max(NARROWEST, Math.min(WIDEST, Math.floor(options.width)));
  const frame: Frame = { width, style: options.style, indent: '' };
  const parts = [
    headLines(outline, frame),
    ...outline.sections.map((section, index) => sectionLines(section, index + 1, frame)),
    outline.closing.flatMap((sentence) => paragraph([{ text: sentence }], frame)),
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
