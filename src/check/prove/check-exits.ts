import type { Cell } from './cell.ts';
import { findUncovered, type Wanted } from './cover.ts';
import { LISTED, REQUIRED } from './listings.ts';
import type { Proving } from './proving.ts';

/** Every outcome says what to do now; one that can go on, what to bring or that nothing is needed. */
export function checkExits(proving: Proving): void {
  const { items, outcomes } = proving.variant;
  const steps = items.flatMap((item): Wanted[] =>
    item.kind === 'step' && !item.optional && item.inCase === undefined ? [{ item, standing: REQUIRED }] : [],
  );
  const papers = items.flatMap((item): Wanted[] =>
    item.kind === 'material' || item.kind === 'not-needed' ? [{ item, standing: LISTED }] : [],
  );
  for (const [exit, cells] of proving.byExit) {
    const outcome = outcomes.get(exit);
    const mayBeHere = ({ item }: Wanted): boolean => proving.listings.mayBeListed(item, exit);
    const [ownSteps, ownPapers] = [steps.filter(mayBeHere), papers.filter(mayBeHere)];
    for (const cell of outcome ? cells : []) {
      checkCover(proving, cell, exit, 'outcome-without-step', ownSteps);
      if (outcome?.verdict === 'proceed')
        checkCover(proving, cell, exit, 'outcome-without-material', ownPapers);
    }
  }
}

function checkCover(
  { ledger, listings, variant }: Proving,
  cell: Cell,
  id: string,
  code: 'outcome-without-step' | 'outcome-without-material',
  wanted: readonly Wanted[],
): void {
  const subject = { kind: 'outcome', id } as const;
  const found = findUncovered(listings, cell, wanted, ledger.about(subject));
  if (!found) return;
  const leaves = wanted.flatMap(({ item }) => listings.leavesOf(cell, item));
  ledger.add({ code, subject, details: {}, under: variant.under, shownBy: { cell: found, leaves } });
}
