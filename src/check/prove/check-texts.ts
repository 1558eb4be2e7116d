import type { Knowledge } from '../../engine/knowledge.ts';
import type { Condition } from '../../model/condition.ts';
import type { Item, Question, Text } from '../../model/flow.ts';
import type { Prepared } from './build-space.ts';
import { type Cell, split } from './cell.ts';
import { isValueDerived, readsOfName } from './leaf-book.ts';
import { ofItem } from './ledger.ts';
import { LISTED, standingOf } from './listings.ts';
import { placeholdersIn, stringsOf, unfilledIn } from './placeholders.ts';
import type { Subject } from './proof.ts';
import type { Proving } from './proving.ts';

/** A text of a subject, and when it is printed besides when its subject is. */
interface Printed {
  readonly text: Text;
  readonly when?: Condition | undefined;
}

/** Every placeholder is filled wherever its text is printed: on items, outcomes and questions asked. */
export function checkTexts(proving: Proving): void {
  for (const item of proving.news) {
    const texts = textsOf(item).filter(({ text }) => hasPlaceholder(text));
    if (texts.length === 0) continue;
    for (const cell of proving.cells) for (const one of texts) checkItemText(proving, cell, item, one);
  }
  for (const cell of proving.cells) checkOutcomeTexts(proving, cell);
}

function checkOutcomeTexts(proving: Proving, cell: Cell): void {
  const outcome = proving.variant.outcomes.get(cell.path.exit ?? '');
  if (!outcome) return;
  const { id, title, say = '' } = outcome;
  for (const text of [title, say]) checkText(proving, cell, { kind: 'outcome', id }, { text });
}

/** The same of the questions that paths stop at: what they ask is printed before they are answered. */
export function checkQuestionTexts(proving: Proving, stops: readonly Cell[]): void {
  for (const cell of stops) {
    const question = cell.path.stop?.node.question.question;
    for (const text of question ? textsOfQuestion(question) : []) {
      checkText(proving, cell, { kind: 'question', id: question?.id ?? '' }, { text });
    }
  }
}

function textsOf(item: Item): readonly Printed[] {
  const own = [item.title, ...(item.say === undefined ? [] : [item.say])].map((text): Printed => ({ text }));
  if (item.kind === 'step') return [...own, ...item.do];
  return item.kind === 'material' ? [...own, ...(item.oneOf ?? []).map((text) => ({ text }))] : own;
}

function textsOfQuestion({ ask, why, options }: Question): readonly Text[] {
  return [ask, ...(why === undefined ? [] : [why]), ...options.map(({ label }) => label)];
}

function hasPlaceholder(text: Text): boolean {
  return stringsOf(text).some((one) => placeholdersIn(one).length > 0);
}

function checkItemText(proving: Proving, cell: Cell, item: Item, printed: Printed): void {
  const { ledger, listings } = proving;
  const subject = ofItem(item);
  if ((listings.in(cell, item, ledger.about(subject)) & LISTED) === 0) return;
  checkText(proving, cell, subject, printed, item);
}

function checkText(
  proving: Proving,
  cell: Cell,
  subject: Subject,
  { text, when }: Printed,
  item?: Item,
): void {
  const { prepared, ledger, variant } = proving;
  if (!mayBeUnfilled(prepared, cell, text)) return;
  const { space, book } = prepared;
  const { exit } = cell.path;
  const conditions = [item?.when, when].filter((condition) => condition !== undefined);
  const leaves = [
    ...conditions.flatMap((condition) => book.ofCondition(condition, exit).leaves),
    ...book.ofText(text, exit),
  ];
  const isPrinted = (knowledge: Knowledge): boolean => {
    const truths = conditions.map((condition) => space.compiled.test(condition)(knowledge));
    const [ofItem_ = 'yes', ofSubStep = 'yes'] = item ? truths : ['yes' as const, ...truths];
    return (
      (standingOf(item ?? { kind: 'step' }, ofItem_) & LISTED) !== 0 && ['yes', 'unknown'].includes(ofSubStep)
    );
  };
  for (const part of split(space, cell, leaves, ledger.about(subject))) {
    const knowledge = { ...part.knowledge, date: variant.date };
    if (!isPrinted(knowledge)) continue;
    for (const placeholder of unfilledIn(space.compiled, knowledge, text)) {
      const shownBy = { cell: part.cell, leaves };
      ledger.add({
        code: 'unfilled-placeholder',
        subject,
        details: { placeholder },
        under: variant.under,
        shownBy,
      });
    }
  }
}

/** Whether a placeholder of a text may be empty in a cell, told without trying: mostly all were asked. */
function mayBeUnfilled({ space }: Prepared, { path }: Cell, text: Text): boolean {
  const { compiled } = space;
  const { flow } = compiled;
  const isAsked = (number: number): boolean => path.states[number] !== undefined;
  return stringsOf(text).some((one) =>
    placeholdersIn(one).some(({ name, field }) => {
      const derived = flow.derive[name];
      if (derived) return isValueDerived(derived) || !readsOfName(compiled, name).questions.every(isAsked);
      const question = flow.questions[name];
      if (!question) return false;
      const isWorded = question.options.some(({ label }) => typeof label !== 'string' || label.includes('<'));
      return isWorded || field !== undefined || !isAsked(compiled.numberOf(name));
    }),
  );
}
