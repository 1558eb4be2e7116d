import type { CaseScope } from '../model/case.ts';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';

/** Every word that one line shows a person, its sub-steps and alternatives included. */
export function itemText(item: ChecklistItem): string {
  const lines = [
    item.title,
    item.say,
    item.form,
    item.inCase,
    ...(item.oneOf ?? []),
    ...(item.do ?? []).map((subStep) => subStep.text),
    ...(item.hangsOn ?? []).map((cause) => `${cause.label} ${cause.findOut}`),
    item.place,
  ];
  return lines.filter((line) => line !== undefined).join('\n');
}

/**
 * The words of one part of a checklist, line by line; `all` is everything that speaks to the person:
 * outcome, lines of every kind and what is not settled. The person's own answers and the terms are
 * left out, because a case asks what they are told, not what they said.
 */
export function checklistText(checklist: Checklist, scope: CaseScope): string {
  const parts: Record<Exclude<CaseScope, 'all'>, () => string> = {
    outcome: () => [checklist.outcome.title, checklist.outcome.text ?? ''].join('\n'),
    materials: () => checklist.materials.map(itemText).join('\n'),
    steps: () => checklist.steps.map(itemText).join('\n'),
    'not-needed': () => checklist.notNeeded.map(itemText).join('\n'),
    warnings: () => checklist.warnings.map(itemText).join('\n'),
    notes: () => checklist.notes.map(itemText).join('\n'),
  };
  if (scope !== 'all') return parts[scope]();
  const unsettled = checklist.unsettled.map((one) => `${one.test} ${one.findOut} ${one.otherwise}`);
  return [...Object.values(parts).map((part) => part()), ...unsettled].join('\n');
}

/** All lines of a checklist, in printed order. */
export function allItems(checklist: Checklist): readonly ChecklistItem[] {
  return [
    ...checklist.materials,
    ...checklist.steps,
    ...checklist.notNeeded,
    ...checklist.warnings,
    ...checklist.notes,
  ];
}
