import type { AnswerValue } from '../model/answers.ts';
import type { Checklist, ChecklistItem, CitedSource, Reason, Unsettled } from '../model/checklist.ts';

/** What may differ in a line that stands in both checklists, in the order in which it is told. */
const ITEM_FIELDS = [
  'title',
  'say',
  'status',
  'hangsOn',
  'form',
  'copies',
  'oneOf',
  'do',
  'who',
  'takes',
  'deadline',
  'see',
  'inCase',
  'optional',
  'verify',
  'place',
  'accordingTo',
  'sources',
] as const satisfies readonly (keyof ChecklistItem)[];
export type ItemField = (typeof ITEM_FIELDS)[number];

/** What may differ in where the two paths came out. */
const OUTCOME_FIELDS = [
  'verdict',
  'title',
  'text',
  'handOver',
  'verify',
  'place',
  'accordingTo',
  'sources',
] as const satisfies readonly (keyof Checklist['outcome'])[];
export type OutcomeField = (typeof OUTCOME_FIELDS)[number];

/** Why a line stands on one side only, or differs: what the comparison itself can tell. */
export type Cause =
  /** Answers, or a place's rules, that it rests on and that the other side does not have. */
  | { readonly kind: 'reasons'; readonly reasons: readonly Reason[] }
  | { readonly kind: 'outcome' }
  /** Nothing but the day differs. */
  | { readonly kind: 'date' }
  | { readonly kind: 'answers' }
  | { readonly kind: 'answers-or-date' };

/** A question that was not answered alike; without a value it was not asked on that side. */
interface AnswerChange {
  readonly question: string;
  readonly ask: string;
  readonly before?: { readonly value: AnswerValue; readonly label: string };
  readonly after?: { readonly value: AnswerValue; readonly label: string };
}

/** A line that stands on one side only. */
export interface OneSided {
  readonly item: ChecklistItem;
  readonly cause: Cause;
}

/** A line that stands on both sides, and in what it differs. */
export interface ItemChange {
  readonly before: ChecklistItem;
  readonly after: ChecklistItem;
  readonly fields: readonly ItemField[];
  readonly cause: Cause;
}

/** What two checklists of one procedure do not have in common. */
export interface ChecklistDiff {
  readonly before: Checklist;
  readonly after: Checklist;
  readonly answers: readonly AnswerChange[];
  /** Empty where both paths came out alike. */
  readonly outcome: readonly OutcomeField[];
  readonly added: readonly OneSided[];
  readonly gone: readonly OneSided[];
  readonly changed: readonly ItemChange[];
  readonly unsettled: { readonly added: readonly Unsettled[]; readonly gone: readonly Unsettled[] };
  /** How many lines are alike. */
  readonly same: number;
}

/** Compares two finished checklists of one procedure, line by line. Decides nothing about rules. */
export function compareChecklists(before: Checklist, after: Checklist): ChecklistDiff {
  const answers = compareAnswers(before, after);
  const sides = { before, after, answers };
  const [old, now] = [linesOf(before), linesOf(after)];
  const pairs = [...now].flatMap(([key, item]) => {
    const other = old.get(key);
    return other ? [compareItems(sides, other, item)] : [];
  });
  return {
    ...sides,
    outcome: OUTCOME_FIELDS.filter((field) => !isSame(before.outcome[field], after.outcome[field])),
    added: missingFrom(old, now).map((item) => ({ item, cause: causeOf(sides, item.because, before) })),
    gone: missingFrom(now, old).map((item) => ({ item, cause: causeOf(sides, item.because, after) })),
    changed: pairs.filter(({ fields }) => fields.length > 0),
    unsettled: {
      added: after.unsettled.filter((one) => !before.unsettled.some((other) => isSame(one, other))),
      gone: before.unsettled.filter((one) => !after.unsettled.some((other) => isSame(one, other))),
    },
    same: pairs.filter(({ fields }) => fields.length === 0).length,
  };
}

/** Whether nothing at all differs but the day itself. */
export function isEqual({ answers, outcome, added, gone, changed, unsettled }: ChecklistDiff): boolean {
  const parts = [answers, outcome, added, gone, changed, unsettled.added, unsettled.gone];
  return parts.every((part) => part.length === 0);
}

type Sides = Pick<ChecklistDiff, 'before' | 'after' | 'answers'>;

function compareAnswers(before: Checklist, after: Checklist): AnswerChange[] {
  const [old, now] = [before, after].map(({ answers }) => new Map(answers.map((one) => [one.question, one])));
  // In the order of the later side; what only the earlier one was asked stands at the end.
  const questions = new Set([...(now?.keys() ?? []), ...(old?.keys() ?? [])]);
  return [...questions].flatMap((question): AnswerChange[] => {
    const [was, is] = [old?.get(question), now?.get(question)];
    if (was && is && isSame(was.value, is.value)) return [];
    return [
      {
        question,
        ask: (is ?? was)?.ask ?? question,
        ...(was && { before: { value: was.value, label: was.label } }),
        ...(is && { after: { value: is.value, label: is.label } }),
      },
    ];
  });
}

function linesOf(checklist: Checklist): Map<string, ChecklistItem> {
  const { materials, steps, notNeeded, warnings, notes } = checklist;
  const all = [...materials, ...steps, ...notNeeded, ...warnings, ...notes];
  return new Map(all.map((item) => [`${item.kind} ${item.id}`, item]));
}

function missingFrom(
  side: ReadonlyMap<string, ChecklistItem>,
  other: ReadonlyMap<string, ChecklistItem>,
): ChecklistItem[] {
  return [...other].flatMap(([key, item]) => (side.has(key) ? [] : [item]));
}

function compareItems(sides: Sides, before: ChecklistItem, after: ChecklistItem): ItemChange {
  const fields = ITEM_FIELDS.filter((field) => !isSame(before[field], after[field]));
  return { before, after, fields, cause: causeOf(sides, after.because, sides.before) };
}

/** Why a line of one side is not the same on the `other`. */
function causeOf({ before, after, answers }: Sides, because: readonly Reason[], other: Checklist): Cause {
  const reasons = because.filter((reason) => isNewTo(other, reason));
  if (reasons.length > 0) return { kind: 'reasons', reasons };
  if (before.outcome.id !== after.outcome.id) return { kind: 'outcome' };
  if (answers.length === 0) return { kind: 'date' };
  return { kind: before.date === after.date ? 'answers' : 'answers-or-date' };
}

/** A rule of a place is met only where a line rests on it, so its absence elsewhere tells nothing by itself. */
function isNewTo(other: Checklist, { question, value }: Reason): boolean {
  if (question === undefined) return false;
  const given = other.answers.find((answer) => answer.question === question);
  return !given || !isSame(given.value, value);
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

/** Of papers, what is cited and how sure it is: that a paper comes into force meanwhile changes no line. */
function comparable(value: unknown): unknown {
  if (!Array.isArray(value) || !value.every(isCited)) return value;
  return value.map(({ id, cite, grade }) => ({ id, cite, grade }));
}

function isCited(value: unknown): value is CitedSource {
  return typeof value === 'object' && value !== null && 'cite' in value;
}
