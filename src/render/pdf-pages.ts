import type { Block } from './pdf-block.ts';
import { type Row, type Ruler, setRows } from './pdf-rows.ts';
import { PAGE, type Sizes } from './pdf-style.ts';

/** A row and where it stands. */
export interface PlacedRow {
  readonly row: Row;
  readonly page: number;
  /** The top of the row, from the top of the page. */
  readonly y: number;
}

export interface PlacedBlock {
  readonly block: Block;
  readonly rows: readonly PlacedRow[];
}

const BOTTOM = PAGE.height - PAGE.bottom;

/** The room inside a panel above and below its text. */
export const panelPadding = ({ body }: Sizes): number => body * 0.6;

/** The room between a text and the rule below it. */
export const rulePadding = ({ body }: Sizes): number => body * 0.3;

interface Measured {
  readonly block: Block;
  readonly rows: readonly Row[];
  /** Above and below the rows. */
  readonly above: number;
  readonly below: number;
  readonly height: number;
}

function measureBlock(block: Block, ruler: Ruler, sizes: Sizes): Measured {
  const rows = block.parts.flatMap((part) => setRows(part, ruler));
  const above = block.panel ? panelPadding(sizes) : 0;
  const below = above + (block.rule ? rulePadding(sizes) : 0);
  const height = rows.reduce((sum, row) => sum + row.height, above + below);
  return { block, rows, above, below, height };
}

/** The height that has to fit: a heading goes with what follows it. */
function heightToKeep(blocks: readonly Measured[], index: number): number {
  const current = blocks[index];
  if (!current) return 0;
  const next = current.block.keepWithNext ? blocks[index + 1] : undefined;
  return current.height + (next ? next.block.before + heightToKeep(blocks, index + 1) : 0);
}

/** Whether a block has to begin a new page. One that no page could hold begins where it is. */
function needsNewPage(measured: readonly Measured[], index: number, y: number): boolean {
  const current = measured[index];
  // What follows a heading stays there: the heading has seen to its room.
  if (!current || y === PAGE.top || measured[index - 1]?.block.keepWithNext) return false;
  const needed = heightToKeep(measured, index);
  const fits = y + current.block.before + needed <= BOTTOM;
  return !fits && (needed <= BOTTOM - PAGE.top || current.block.keepWithNext === true);
}

/**
 * Places blocks on pages. A block goes to the next page whole if it does not fit on this one; one that
 * no page could hold goes on from page to page, row by row.
 */
export function placeBlocks(blocks: readonly Block[], ruler: Ruler, sizes: Sizes): PlacedBlock[] {
  const measured = blocks.map((block) => measureBlock(block, ruler, sizes));
  let page = 0;
  let y: number = PAGE.top;
  const turn = (): void => {
    page++;
    y = PAGE.top;
  };
  return measured.map(({ block, rows, above, below }, index) => {
    if (needsNewPage(measured, index, y)) turn();
    y += (y === PAGE.top ? 0 : block.before) + above;
    const placed = rows.map((row): PlacedRow => {
      if (y + row.height > BOTTOM && y > PAGE.top) turn();
      const at = { row, page, y };
      y += row.height;
      return at;
    });
    y += below;
    return { block, rows: placed };
  });
}
