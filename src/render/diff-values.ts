import type { Checklist, ChecklistItem, CitedSource } from '../model/checklist.ts';
import type { ItemField, OutcomeField } from './compare-checklists.ts';
import { DIFF_WORDS, STATE_WORDS } from './diff-wording.ts';
import {
  ACTOR_WORDS,
  formatDuration,
  formatStepDeadline,
  LABELS,
  placeRule,
  VERDICT_WORDS,
} from './wording.ts';

type Outcome = Checklist['outcome'];

/** How each field of a line is said; empty where the line has none. */
const ITEM_WORDS: Readonly<Record<ItemField, (item: ChecklistItem) => string | undefined>> = {
  title: ({ title }) => title,
  say: ({ say }) => say,
  status: ({ status }) => STATE_WORDS[status],
  hangsOn: ({ hangsOn }) => hangsOn?.map(({ label }) => label).join('；'),
  form: ({ form }) => form,
  copies: ({ copies }) => (copies === undefined ? undefined : String(copies)),
  oneOf: ({ oneOf }) => oneOf?.join('；'),
  do: ({ do: actions }) =>
    actions
      ?.map(({ text, status }) => (status === 'possible' ? LABELS.possibleSubStep + text : text))
      .join('；'),
  who: ({ who }) => who && ACTOR_WORDS[who],
  takes: ({ takes, who = 'you' }) => takes && formatDuration(takes, who),
  // Two days may lie in two years, so every date is said in full.
  deadline: ({ deadline, who = 'you' }) => deadline && formatStepDeadline(deadline, who, ''),
  see: ({ see }) => see && (see.title ?? see.flow),
  inCase: ({ inCase }) => inCase,
  optional: ({ optional }) => (optional ? STATE_WORDS.optional : STATE_WORDS.compulsory),
  verify: verifyWords,
  place: placeWords,
  accordingTo: ({ accordingTo }) => accordingTo?.join('、'),
  sources: ({ sources }) => citeWords(sources),
};

const OUTCOME_WORDS: Readonly<Record<OutcomeField, (outcome: Outcome) => string | undefined>> = {
  verdict: ({ verdict }) => VERDICT_WORDS[verdict],
  title: ({ title }) => title,
  text: ({ text }) => text,
  handOver: ({ handOver }) => handOver && (handOver.title ?? handOver.to),
  verify: verifyWords,
  place: placeWords,
  accordingTo: ({ accordingTo }) => accordingTo?.join('、'),
  sources: ({ sources }) => citeWords(sources),
};

/** One field of a line in words. */
export function itemFieldWords(item: ChecklistItem, field: ItemField): string {
  return ITEM_WORDS[field](item) || DIFF_WORDS.absent;
}

/** One field of an outcome in words. */
export function outcomeFieldWords(outcome: Outcome, field: OutcomeField): string {
  return OUTCOME_WORDS[field](outcome) || DIFF_WORDS.absent;
}

function verifyWords({ verify }: ChecklistItem | Outcome): string {
  return verify ? STATE_WORDS.unverified : STATE_WORDS.verified;
}

function placeWords({ place, verify }: ChecklistItem | Outcome): string {
  return place === undefined ? DIFF_WORDS.nationwide : placeRule(place, verify === true);
}

function citeWords(sources: readonly CitedSource[]): string {
  return sources.map(({ cite, grade }) => `${cite}（${grade}）`).join('；');
}
