import type { Item } from '../../model/flow.ts';
import type { Cell } from './cell.ts';
import { ofItem } from './ledger.ts';
import { LISTED, REQUIRED } from './listings.ts';
import { stringsOf } from './placeholders.ts';
import { cellsFor, type Proving } from './proving.ts';

/** No paper is both needed, or perhaps needed, and not needed. */
export function checkContradictions(proving: Proving): void {
  const { items } = proving.variant;
  const pairs = items
    .filter(({ kind }) => kind === 'material')
    .flatMap((material) =>
      items
        .filter((other) => other.kind === 'not-needed' && isSamePaper(material, other))
        .filter((other) => proving.news.has(material) || proving.news.has(other))
        .map((other) => [material, other] as const),
    );
  for (const [material, other] of pairs) {
    for (const cell of cellsFor(proving, material)) checkPair(proving, cell, material, other);
  }
}

/** One id is one paper, and so is one name. */
function isSamePaper(a: Item, b: Item): boolean {
  return a.id === b.id || stringsOf(a.title).some((title) => stringsOf(b.title).includes(title));
}

function checkPair({ ledger, listings, variant }: Proving, cell: Cell, material: Item, other: Item): void {
  const subject = ofItem(material);
  const effort = ledger.about(subject);
  if ((listings.in(cell, material, effort) & LISTED) === 0) return;
  if ((listings.in(cell, other, effort) & REQUIRED) === 0) return;
  const leaves = [...listings.leavesOf(cell, material), ...listings.leavesOf(cell, other)];
  for (const part of listings.partsOf(cell, material, effort)) {
    if ((part.standing & LISTED) === 0) continue;
    const both = listings.partsOf(part.cell, other, effort).find(({ standing }) => standing === REQUIRED);
    if (!both) continue;
    const status = part.standing === REQUIRED ? 'required' : 'possible';
    const shownBy = { cell: both.cell, leaves };
    ledger.add({
      code: 'contradiction',
      subject,
      details: { status, with: other.id },
      under: variant.under,
      shownBy,
    });
  }
}
