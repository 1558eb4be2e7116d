import type { Flow } from '../model/flow.ts';
import { cleanText } from './clean-text.ts';
import { countColumns } from './columns.ts';
import { buildDecisionGraph } from './decision-graph.ts';
import { PICTURE_WORDS } from './graph-wording.ts';
import { wrapText } from './layout.ts';
import { type Box, type Label, type Line, layOutTree, SIZES, type TreeLayout } from './tree-layout.ts';

const MARGIN = 24;
const HEAD = 3 * SIZES.line;
const LEAST_WIDTH = 480;
/** Half the size of the heading's characters. */
const TITLE_COLUMN = 9;
/** How far the slanted corners of a test's box come in. */
const SLANT = 10;

const STYLE = `
text{font:${SIZES.font}px "Noto Sans SC","PingFang SC","Microsoft YaHei",sans-serif;fill:#1a1a1a}
.title{font-size:18px;font-weight:700}.strong{font-weight:700}
.page{fill:#fff}.ask{fill:#f2f6fc;stroke:#44546a}.when{fill:#fff;stroke:#44546a}
.exit{fill:#e6f2e6;stroke:#1a1a1a;stroke-width:2.5}.go-on{fill:#fff;stroke:#44546a;stroke-dasharray:4 3}
.line{stroke:#44546a;stroke-width:1.5;fill:none}.tip{fill:#44546a}
@media screen and (prefers-color-scheme:dark){text{fill:#ececec}.page{fill:#1b1d21}
.ask{fill:#2a3140;stroke:#9fb0c8}.when{fill:#1b1d21;stroke:#9fb0c8}.exit{fill:#24382a;stroke:#ececec}
.go-on{fill:#1b1d21;stroke:#9fb0c8}.line{stroke:#9fb0c8}.tip{fill:#9fb0c8}}
`;

/** Clean text as XML: no markup, and none of the characters that XML does not allow. */
export function escapeXml(text: string): string {
  return text.replace(/[\ufffe\uffff]/g, '\ufffd').replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** The decision tree as a picture in one file: readable in the dark, in grey and on paper. */
export function renderSvg(flow: Flow): string {
  const title = PICTURE_WORDS.title(cleanText(flow.title));
  const layout = layOutTree(buildDecisionGraph(flow), { x: MARGIN, y: MARGIN + HEAD });
  const heading = countColumns(title) * TITLE_COLUMN;
  const width = Math.max(LEAST_WIDTH, layout.right + MARGIN, heading + 2 * MARGIN);
  const legend = legendOf(layout, width);
  const height = legend.y + legend.lines.length * SIZES.line + MARGIN;
  const summary = PICTURE_WORDS.summary(
    Object.keys(flow.questions).length,
    Object.keys(flow.outcomes).length,
  );
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title summary" xml:lang="zh-CN" lang="zh-CN">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="summary">${escapeXml(summary)}</desc>`,
    `<style>${STYLE}</style>`,
    `<defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0 8 4 0 8z"/></marker></defs>`,
    `<rect class="page" width="${width}" height="${height}"/>`,
    `<text class="title" x="${MARGIN}" y="${MARGIN + 18}">${escapeXml(title)}</text>`,
    drawWords({ x: MARGIN, y: MARGIN + 26, lines: [summary] }),
    ...layout.lines.map(drawLine),
    ...layout.boxes.map(drawBox),
    ...layout.labels.map((label) => drawWords(label)),
    drawWords(legend),
    '</svg>',
  ].join('\n')}\n`;
}

function legendOf({ bottom }: TreeLayout, width: number): Label {
  const columns = Math.floor((width - 2 * MARGIN) / SIZES.column);
  return { x: MARGIN, y: bottom + MARGIN, lines: wrapText(PICTURE_WORDS.legend, columns) };
}

function drawLine({ from, to, arrow }: Line): string {
  const tip = arrow ? ' marker-end="url(#tip)"' : '';
  return `<path class="line" d="M${from.join(' ')} ${to.join(' ')}"${tip}/>`;
}

function drawBox(box: Box): string {
  const { kind, x, y, width, height, lines } = box;
  const words = {
    x: x + (width - textWidth(lines)) / 2,
    y: y + (height - lines.length * SIZES.line) / 2,
    lines,
  };
  // Text that is wrapped reads better from one left edge.
  const left = { ...words, x: x + 12 };
  return outline(box) + drawWords(kind === 'go-on' ? words : left, kind === 'exit');
}

function outline({ kind, x, y, width, height }: Box): string {
  if (kind === 'when') {
    const [right, bottom] = [x + width, y + height];
    const path = `M${x + SLANT} ${y}H${right - SLANT}L${right} ${y + SLANT}V${bottom - SLANT}L${right - SLANT} ${bottom}H${x + SLANT}L${x} ${bottom - SLANT}V${y + SLANT}z`;
    return `<path class="when" d="${path}"/>`;
  }
  const round = { ask: 2, exit: 16, 'go-on': 8 }[kind];
  return `<rect class="${kind}" x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}"/>`;
}

/** Lines of text; the first may be strong. */
function drawWords({ x, y, lines }: Label, strong = false): string {
  const spans = lines.map((line, index) => {
    const base = y + index * SIZES.line + 15;
    const weight = strong && index === 0 ? ' class="strong"' : '';
    return `<tspan${weight} x="${x}" y="${base}"${holdToColumns(line)}>${escapeXml(line)}</tspan>`;
  });
  return `<text>${spans.join('')}</text>`;
}

/** Latin letters may be wider than half an em: a line of many of them is held to its columns. */
function holdToColumns(line: string): string {
  const narrow = line.match(/[!-~]/g)?.length ?? 0;
  return narrow > 8 ? ` textLength="${textWidth([line])}" lengthAdjust="spacingAndGlyphs"` : '';
}

function textWidth(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(countColumns)) * SIZES.column;
}
