import { compileName } from '../../engine/derive-value.ts';
import { type Knowledge, stateOf } from '../../engine/knowledge.ts';
import type { Step } from '../../model/flow.ts';
import { type Cell, split } from './cell.ts';
import { readsOfName } from './leaf-book.ts';
import { ofItem } from './ledger.ts';
import { LISTED, standingOf } from './listings.ts';
import { cellsFor, type Proving } from './proving.ts';

/** Every deadline that is printed can be computed, or the person said that they do not know its start. */
export function checkDeadlines(proving: Proving): void {
  for (const item of proving.news) {
    if (item.kind !== 'step' || !item.by) continue;
    for (const cell of cellsFor(proving, item)) checkDeadline(proving, cell, item, item.by.countedFrom);
  }
}

function checkDeadline(proving: Proving, cell: Cell, step: Step, countedFrom: string): void {
  const { prepared, ledger, listings, variant } = proving;
  const { space, book } = prepared;
  const subject = ofItem(step);
  const effort = ledger.about(subject);
  if ((listings.in(cell, step, effort) & LISTED) === 0) return;
  const leaves = [...listings.leavesOf(cell, step), ...book.ofName(countedFrom, cell.path.exit)];
  const test = space.compiled.test(step.when);
  const unsound = split(space, cell, leaves, effort).find(
    ({ knowledge }) =>
      standingOf(step, test(knowledge)) & LISTED && !isExplained(proving, knowledge, countedFrom),
  );
  if (!unsound) return;
  const shownBy = { cell: unsound.cell, leaves };
  ledger.add({
    code: 'deadline-without-start',
    subject,
    details: { countedFrom },
    under: variant.under,
    shownBy,
  });
}

/** Whether the start is one day or month, or rests on an answer that was given as 不清楚. */
function isExplained({ prepared }: Proving, knowledge: Knowledge, name: string): boolean {
  const { compiled } = prepared.space;
  const values = compileName(compiled, name)(knowledge);
  if (typeof values !== 'string' && values.length === 1) return true;
  return readsOfName(compiled, name).questions.some((one) => stateOf(knowledge, one)?.kind === 'unsure');
}
