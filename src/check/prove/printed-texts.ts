import type { Condition } from '../../model/condition.ts';
import type { Item, Outcome, Question, Text } from '../../model/flow.ts';
import { placeholdersIn, stringsOf } from './placeholders.ts';

/** A text, and when it is printed besides when that is which it belongs to. */
export interface Printed {
  readonly text: Text;
  readonly when?: Condition | undefined;
}

/** The texts of an item that hold placeholders. */
export function textsOfItem(item: Item): readonly Printed[] {
  const own = [item.title, item.say ?? ''].map((text): Printed => ({ text }));
  if (item.kind === 'step') return [...own, ...item.do].filter(hasPlaceholder);
  const alternatives = item.kind === 'material' ? (item.oneOf ?? []) : [];
  return [...own, ...alternatives.map((text) => ({ text }))].filter(hasPlaceholder);
}

/** The texts of an outcome that hold placeholders. */
export function textsOfOutcome({ title, say = '' }: Outcome): readonly Printed[] {
  return [title, say].map((text) => ({ text })).filter(hasPlaceholder);
}

/** The texts of a question that hold placeholders. */
export function textsOfQuestion({ ask, why = '', options }: Question): readonly Printed[] {
  return [ask, why, ...options.map(({ label }) => label)].map((text) => ({ text })).filter(hasPlaceholder);
}

function hasPlaceholder({ text }: Printed): boolean {
  return stringsOf(text).some((one) => placeholdersIn(one).length > 0);
}
