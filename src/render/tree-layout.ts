import { countColumns } from './columns.ts';
import type { GraphBranch, GraphNode } from './decision-graph.ts';
import { PICTURE_WORDS } from './graph-wording.ts';
import { wrapText } from './layout.ts';

/** Sizes in pixels. One terminal column is half an em. */
export const SIZES = { font: 14, column: 7, line: 20 } as const;

const BOX_COLUMNS = 36;
const LABEL_COLUMNS = 26;
const PAD = { x: 12, y: 8 } as const;
const BOX_WIDTH = BOX_COLUMNS * SIZES.column + 2 * PAD.x;
/** From a box's left edge to the line that leaves it below. */
const TRUNK = 18;
/** Between a line and the words at it, and the length of an arrow. */
const GAP = { row: 18, words: 8, arrow: 24 } as const;

/** A box with words: of the tree, or one that says where to read on. */
export interface Box {
  readonly kind: GraphNode['kind'] | 'go-on';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** Words at a line, without a box. `y` is the top. */
export interface Label {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

/** A straight line. */
export interface Line {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly arrow: boolean;
}

/** A picture laid out: every node once, and how large it all is. */
export interface TreeLayout {
  readonly boxes: readonly Box[];
  readonly labels: readonly Label[];
  readonly lines: readonly Line[];
  readonly right: number;
  readonly bottom: number;
}

/** What is being drawn. */
interface Sheet {
  readonly boxes: Box[];
  readonly labels: Label[];
  readonly lines: Line[];
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Lays out a tree without joins: a list runs straight down, each branch stands to the right of the
 * line that leaves its node, and a branch that goes on afterwards ends in a small box with the number
 * of the node where the list goes on. So nothing is drawn twice and no two lines cross.
 */
export function layOutTree(list: readonly GraphNode[], origin: Point): TreeLayout {
  const sheet: Sheet = { boxes: [], labels: [], lines: [] };
  const bottom = placeList(sheet, list, origin, undefined);
  const right = Math.max(
    origin.x,
    ...sheet.boxes.map(({ x, width }) => x + width),
    ...sheet.labels.map(({ x, lines }) => x + widthOf(lines)),
  );
  return { ...sheet, right, bottom };
}

/** Places a list from its first box down; returns where it ends. `next` is where its open ends go on. */
function placeList(
  sheet: Sheet,
  list: readonly GraphNode[],
  { x, y }: Point,
  next: number | undefined,
): number {
  let bottom = y;
  list.forEach((node, index) => {
    const follower = list[index + 1]?.number;
    const box = boxOf(node, { x, y: bottom });
    sheet.boxes.push(box);
    if (node.branches.length === 0 && follower === undefined) {
      if (node.kind !== 'exit' && next !== undefined) placeGoOn(sheet, rightOf(box), next);
      bottom = bottomOf(box);
      return;
    }
    const last = placeBranches(sheet, node.branches, box, follower ?? next);
    bottom = placeOnward(sheet, node, { box, last, follower, next });
  });
  return bottom;
}

function boxOf(node: GraphNode, { x, y }: Point): Box {
  const lines = linesOf(node);
  return { kind: node.kind, x, y, width: BOX_WIDTH, height: heightOf(lines) + 2 * PAD.y, lines };
}

function linesOf({ number, words, verdict }: GraphNode): string[] {
  if (verdict === undefined) return wrapText(PICTURE_WORDS.numbered(number, words), BOX_COLUMNS);
  return [PICTURE_WORDS.numbered(number, verdict), ...wrapText(words, BOX_COLUMNS)];
}

/** Several answers that lead one way are told apart by a dot before each. */
function wrapLabels(labels: readonly string[], columns: number): string[] {
  if (labels.length < 2) return labels.flatMap((label) => wrapText(label, columns));
  return labels.flatMap((label) =>
    wrapText(label, columns - 2).map(
      (line, index) => (index === 0 ? PICTURE_WORDS.oneOf : PICTURE_WORDS.indent) + line,
    ),
  );
}

/** Branches one below the other, their first boxes in one column. Returns where the lowest ends, and its line. */
function placeBranches(
  sheet: Sheet,
  branches: readonly GraphBranch[],
  box: Box,
  next: number | undefined,
): { readonly bottom: number; readonly tap: number } {
  const labels = branches.map((branch) => wrapLabels(branch.labels, LABEL_COLUMNS));
  const column = Math.max(0, ...labels.map(widthOf));
  const at = box.x + TRUNK + GAP.arrow + 2 * GAP.words + column + GAP.arrow;
  let bottom = bottomOf(box);
  let tap = bottom;
  branches.forEach(({ list }, index) => {
    const lines = labels[index] ?? [];
    const [first] = list;
    const half = first ? boxOf(first, box).height / 2 : 0;
    tap = bottom + GAP.row + Math.max(heightOf(lines) / 2, half);
    placeTap(sheet, { lines, from: box.x + TRUNK, to: at, y: tap });
    const end = placeList(sheet, list, { x: at, y: tap - half }, next);
    bottom = Math.max(end, tap + heightOf(lines) / 2);
  });
  return { bottom, tap };
}

/** The line from a trunk to a branch, with the answers in the middle of it. */
function placeTap(
  sheet: Sheet,
  { lines, from, to, y }: { lines: readonly string[]; from: number; to: number; y: number },
): void {
  const words = from + GAP.arrow + GAP.words;
  sheet.lines.push({ from: [from, y], to: [words - GAP.words, y], arrow: false });
  sheet.labels.push({ x: words, y: y - heightOf(lines) / 2, lines });
  sheet.lines.push({ from: [words + widthOf(lines) + GAP.words, y], to: [to, y], arrow: true });
}

/** The line from a node down to the next one of its list, with the answers that go straight on. */
function placeOnward(
  sheet: Sheet,
  { onward }: GraphNode,
  where: {
    readonly box: Box;
    readonly last: { readonly bottom: number; readonly tap: number };
    readonly follower: number | undefined;
    readonly next: number | undefined;
  },
): number {
  const { box, last, follower, next } = where;
  const x = box.x + TRUNK;
  const from: Line['from'] = [x, bottomOf(box)];
  const onto = follower ?? next;
  if (onward === undefined || onto === undefined) {
    sheet.lines.push({ from, to: [x, last.tap], arrow: false });
    return last.bottom + (follower === undefined ? 0 : GAP.arrow);
  }
  const lines = wrapLabels(onward, BOX_COLUMNS);
  const words = { x: x + GAP.words, y: last.bottom + GAP.words, lines };
  if (lines.length > 0) sheet.labels.push(words);
  const to = words.y + heightOf(lines) + GAP.arrow - GAP.words;
  sheet.lines.push({ from, to: [x, to], arrow: true });
  if (follower !== undefined) return to;
  return bottomOf(placeGoOnBox(sheet, { x: box.x, y: to }, onto));
}

function placeGoOn(sheet: Sheet, from: Point, next: number): void {
  const x = from.x + GAP.arrow;
  sheet.lines.push({ from: [from.x, from.y], to: [x, from.y], arrow: true });
  placeGoOnBox(sheet, { x, y: from.y - (SIZES.line + PAD.y) / 2 }, next);
}

function placeGoOnBox(sheet: Sheet, { x, y }: Point, next: number): Box {
  const lines = [PICTURE_WORDS.goOn(next)];
  const width = widthOf(lines) + 2 * PAD.x;
  const box: Box = { kind: 'go-on', x, y, width, height: SIZES.line + PAD.y, lines };
  sheet.boxes.push(box);
  return box;
}

function rightOf({ x, y, width, height }: Box): Point {
  return { x: x + width, y: y + height / 2 };
}

function bottomOf({ y, height }: Box): number {
  return y + height;
}

function heightOf(lines: readonly string[]): number {
  return lines.length * SIZES.line;
}

function widthOf(lines: readonly string[]): number {
  return Math.max(0, ...lines.map(countColumns)) * SIZES.column;
}
