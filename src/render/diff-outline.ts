import type { Checklist, ChecklistItem, Reason, Unsettled } from '../model/checklist.ts';
import { cleanDeep } from './clean-text.ts';
import {
  type Cause,
  type ChecklistDiff,
  type ItemChange,
  isEqual,
  type OneSided,
} from './compare-checklists.ts';
import { itemFieldWords, outcomeFieldWords } from './diff-values.ts';
import { DIFF_SECTIONS, DIFF_WORDS, FIELD_WORDS, factWhy, formatCause, KIND_WORDS } from './diff-wording.ts';
import { formatAnswer, LABELS } from './wording.ts';

/** A line below an entry; further lines may stand below it. */
export interface DiffDetail {
  readonly text: string;
  readonly below?: readonly string[];
}

export interface DiffEntry {
  readonly sign: '+' | '-' | '~';
  readonly title: string;
  readonly details: readonly DiffDetail[];
}

export interface DiffSection {
  readonly title: string;
  readonly entries: readonly DiffEntry[];
}

/** A comparison in words, free of any format. Its texts are clean. */
export interface DiffOutline {
  readonly title: string;
  /** What A and B are. */
  readonly sides: readonly [string, string];
  readonly sections: readonly DiffSection[];
  readonly closing: string;
}

/** A comparison in words, in reading order. `labels` say what A and B are. */
export function buildDiffOutline(given: ChecklistDiff, labels: readonly [string, string]): DiffOutline {
  const diff = cleanDeep(given);
  const [a, b] = cleanDeep(labels);
  const { before, after } = diff;
  return {
    title: DIFF_WORDS.title(after.flow.title),
    sides: [DIFF_WORDS.side('A', a, before.date), DIFF_WORDS.side('B', b, after.date)],
    sections: [
      section('answers', diff.answers.map(answerEntry)),
      section('outcome', outcomeEntries(diff)),
      section(
        'added',
        diff.added.map((one) => oneSidedEntry('+', one, after)),
      ),
      section(
        'gone',
        diff.gone.map((one) => oneSidedEntry('-', one, before)),
      ),
      section(
        'changed',
        diff.changed.filter((change) => !isOfGrounds(change)).map((change) => changeEntry(change, after)),
      ),
      section(
        'grounds',
        diff.changed.filter(isOfGrounds).map((change) => changeEntry(change, after)),
      ),
      section('unsettledAdded', diff.unsettled.added.map(unsettledEntry)),
      section('unsettledGone', diff.unsettled.gone.map(unsettledEntry)),
    ].filter(({ entries }) => entries.length > 0),
    closing: isEqual(diff) ? DIFF_WORDS.equal : DIFF_WORDS.same(diff.same),
  };
}

function section(id: keyof typeof DIFF_SECTIONS, entries: readonly DiffEntry[]): DiffSection {
  return { title: DIFF_SECTIONS[id], entries };
}

function answerEntry({ ask, before, after }: ChecklistDiff['answers'][number]): DiffEntry {
  const [a = DIFF_WORDS.notAsked, b = DIFF_WORDS.notAsked] = [before?.label, after?.label];
  return { sign: '~', title: ask, details: [{ text: DIFF_WORDS.value('A', a) }, { text: valueOfB(b) }] };
}

const valueOfB = (value: string): string => DIFF_WORDS.value('B', value);

function outcomeEntries({ outcome, before, after }: ChecklistDiff): DiffEntry[] {
  return outcome.map((field) => {
    const [a, b] = [before, after].map((side) => outcomeFieldWords(side.outcome, field));
    const details = [{ text: DIFF_WORDS.value('A', a ?? '') }, { text: valueOfB(b ?? '') }];
    return { sign: '~', title: FIELD_WORDS[field], details };
  });
}

function titleOf({ kind, title }: ChecklistItem): string {
  return DIFF_WORDS.labelled(KIND_WORDS[kind], title);
}

function oneSidedEntry(sign: '+' | '-', { item, cause }: OneSided, side: Checklist): DiffEntry {
  return { sign, title: titleOf(item), details: whyDetails(item, cause, side, sign === '+' ? 'B' : 'A') };
}

function changeEntry({ before, after, fields, cause }: ItemChange, side: Checklist): DiffEntry {
  const details = fields.map((field) => ({
    text: FIELD_WORDS[field],
    below: [DIFF_WORDS.value('A', itemFieldWords(before, field)), valueOfB(itemFieldWords(after, field))],
  }));
  return { sign: '~', title: titleOf(after), details: [...details, ...whyDetails(after, cause, side, 'B')] };
}

/** Whether a line says the same on both sides, and only rests on other papers. */
function isOfGrounds({ fields }: ItemChange): boolean {
  return fields.every((field) => field === 'sources' || field === 'accordingTo' || field === 'place');
}

/** Why, and the rule of the place that the line rests on. */
function whyDetails(item: ChecklistItem, cause: Cause, side: Checklist, letter: 'A' | 'B'): DiffDetail[] {
  const asked = ({ question, label }: Reason): string =>
    formatAnswer(side.answers.find((answer) => answer.question === question)?.ask ?? '', label);
  const facts = item.because.filter(({ fact }) => fact !== undefined);
  return [
    { text: formatCause(cause, letter, asked) },
    ...facts.map(({ place = '', label }) => ({ text: factWhy(place, label) })),
  ];
}

function unsettledEntry({ test, findOut }: Unsettled): DiffEntry {
  return { sign: '~', title: test, details: findOut ? [{ text: LABELS.findOut + findOut }] : [] };
}
