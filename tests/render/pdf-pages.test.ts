import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Block, Part } from '../../src/render/pdf-block.ts';
import { type PlacedBlock, placeBlocks } from '../../src/render/pdf-pages.ts';
import { PAGE, sizesOf } from '../../src/render/pdf-style.ts';

const sizes = sizesOf(false);
/** Every character one size wide. */
const ruler = (text: string): number => text.length;
const bottom = PAGE.height - PAGE.bottom;

function block(lines: number, more: Partial<Block> = {}): Block {
  const part = (index: number): Part => ({ tag: 'P', spans: [{ text: `${index}` }], size: 10, indent: 0 });
  return { parts: Array.from({ length: lines }, (_, index) => part(index)), before: 6, entry: true, ...more };
}

const pagesOf = ({ rows }: PlacedBlock): number[] => [...new Set(rows.map(({ page }) => page))];

test('a block that does not fit goes to the next page whole', () => {
  const placed = placeBlocks([block(40), block(12), block(1)], ruler, sizes);
  expect(placed.map(pagesOf)).toEqual([[0], [1], [1]]);
  expect(placed[1]?.rows[0]?.y).toBe(PAGE.top);
});

test('a block that no page could hold begins where it is and goes on line by line', () => {
  const placed = placeBlocks([block(2), block(120)], ruler, sizes);
  expect(placed.map(pagesOf)).toEqual([[0], [0, 1, 2]]);
});

const heading: Block = { ...block(1), entry: false, keepWithNext: true, rule: 'strong' };

test('headings go with what follows them, also two in a row', () => {
  const placed = placeBlocks([block(46), heading, heading, block(4)], ruler, sizes);
  expect(placed.map(pagesOf)).toEqual([[0], [1], [1], [1]]);
});

const anyBlocks = fc.array(
  fc.record({ lines: fc.integer({ min: 1, max: 70 }), heading: fc.boolean() }).map((given) => {
    return given.heading ? heading : block(given.lines);
  }),
  { minLength: 1, maxLength: 30 },
);

test('nothing leaves the paper, nothing overlaps, and no heading ends a page', () => {
  fc.assert(
    fc.property(anyBlocks, (blocks) => {
      const placed = placeBlocks(blocks, ruler, sizes);
      const rows = placed.flatMap((one) => one.rows);
      for (const [index, { row, page, y }] of rows.entries()) {
        expect(y + row.height).toBeLessThanOrEqual(bottom + 0.001);
        const next = rows[index + 1];
        if (next?.page === page) expect(next.y).toBeGreaterThanOrEqual(y + row.height - 0.001);
        else if (next) expect(next).toMatchObject({ page: page + 1, y: PAGE.top });
      }
      for (const [index, one] of placed.entries()) {
        const next = placed[index + 1];
        if (one.block.keepWithNext && next) expect(next.rows[0]?.page).toBe(one.rows.at(-1)?.page);
      }
    }),
  );
});
