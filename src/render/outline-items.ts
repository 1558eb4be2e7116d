import type { Checklist, ChecklistItem, CitedSource, HangsOn, ListedSource } from '../model/checklist.ts';
import type { Detail } from './outline.ts';
import type { Role, Span } from './style.ts';
import {
  ACTOR_WORDS,
  accordingTo,
  formatCopies,
  formatDeadline,
  formatDuration,
  formatGrounds,
  formatOutcomeWhy,
  formatStepDeadline,
  formatWhy,
  handOverSentence,
  LABELS,
  placeRule,
  seeSentence,
  TAGS,
  VERDICT_WORDS,
} from './wording.ts';

/** What the words of one line need from the rest of the checklist. */
export interface ItemContext {
  readonly why: boolean;
  readonly today: string;
  /** Question id -> its words. */
  readonly asks: ReadonlyMap<string, string>;
  readonly sources: readonly ListedSource[];
}

type Outcome = Checklist['outcome'];

function textDetail(text: string | undefined, role?: Role): Detail[] {
  return text ? [{ kind: 'text', spans: [role ? { text, role } : { text }] }] : [];
}

function inParentheses(text: string, role?: Role): Span[] {
  if (!text) return [];
  return [role ? { text: `（${text}）`, role } : { text: `（${text}）` }];
}

/** The numbers of the sources at the foot: [1][3]. */
function marksOf(cited: readonly CitedSource[], listed: readonly ListedSource[]): Span[] {
  const marks = cited.flatMap(({ id, cite }) => {
    const exact = listed.find((source) => source.id === id && source.cite === cite);
    const found = exact ?? listed.find((source) => source.id === id);
    return found ? [found.mark] : [];
  });
  const text = [...new Set(marks)]
    .sort((a, b) => a - b)
    .map((mark) => `[${mark}]`)
    .join('');
  return text ? [{ text, role: 'mark' }] : [];
}

/** What stands behind a line: local level, 待核实, and the numbers of its sources. */
function endOfTitle(line: Outcome | ChecklistItem, sources: readonly ListedSource[]): Span[] {
  const local = line.level === 'nation' || !line.place ? '' : placeRule(line.place, line.verify === true);
  const verify: Span[] = line.verify ? [{ text: TAGS.verify, role: 'warn' }] : [];
  return [...inParentheses(local, 'dim'), ...verify, ...marksOf(line.sources, sources)];
}

function tagsBefore({ kind, status }: ChecklistItem): Span[] {
  if (status !== 'possible') return [];
  return [{ text: kind === 'warning' ? TAGS.possibleWarning : TAGS.possible, role: 'warn' }];
}

function titleOf(item: ChecklistItem, sources: readonly ListedSource[]): Span[] {
  const strong = item.kind !== 'warning' && item.kind !== 'note';
  const optional = item.kind === 'material' ? TAGS.optionalMaterial : TAGS.optional;
  return [
    ...tagsBefore(item),
    strong ? { text: item.title, role: 'bold' } : { text: item.title },
    ...inParentheses(formatCopies(item)),
    ...(item.oneOf?.length ? [{ text: `，${LABELS.oneOf}` }] : []),
    ...(item.optional ? [{ text: optional }] : []),
    ...endOfTitle(item, sources),
  ];
}

function bullets({ oneOf = [], do: actions = [] }: ChecklistItem): Detail[] {
  const choices = oneOf.map((text) => ({ text }));
  const subSteps = actions.map(({ text, status }) => ({
    text: status === 'possible' ? `${LABELS.possibleSubStep}${text}` : text,
  }));
  return [...choices, ...subSteps].map((span): Detail => ({ kind: 'bullet', spans: [span] }));
}

function labelled(label: string, value: Span): Span[] {
  return [{ text: label, role: 'dim' }, value];
}

function factsOf(item: ChecklistItem, today: string): Detail[] {
  const who = item.who ?? 'you';
  const { takes, deadline, doneBy } = item;
  const facts = [
    ...(item.kind === 'step' ? [labelled(LABELS.who, { text: ACTOR_WORDS[who] })] : []),
    ...(takes ? [labelled(LABELS.takes, { text: formatDuration(takes, who) })] : []),
    ...(doneBy ? [[{ text: formatDeadline(doneBy, today) }]] : []),
    ...(deadline
      ? [
          labelled(LABELS.by, {
            text: formatStepDeadline(deadline, who, today),
            role: deadline.past ? 'warn' : 'bold',
          }),
        ]
      : []),
  ];
  return facts.length > 0 ? [{ kind: 'facts', facts }] : [];
}

function describeHangsOn({ label, findOut }: HangsOn): Detail {
  const how = findOut ? [labelled(LABELS.findOut, { text: findOut })] : [];
  return { kind: 'facts', facts: [labelled(LABELS.hangsOn, { text: label }), ...how] };
}

function whyDetails(why: string, cited: readonly CitedSource[], context: ItemContext): Detail[] {
  return context.why ? [...textDetail(why, 'dim'), ...textDetail(formatGrounds(cited), 'dim')] : [];
}

/** The words of one line of the checklist: its first line and what stands below. */
export function describeItem(
  item: ChecklistItem,
  context: ItemContext,
): { readonly title: readonly Span[]; readonly details: readonly Detail[] } {
  return {
    title: titleOf(item, context.sources),
    details: [
      ...textDetail(item.say),
      ...bullets(item),
      ...factsOf(item, context.today),
      ...textDetail(item.see && seeSentence(item.see.title ?? item.see.flow, item.see.flow)),
      ...(item.hangsOn ?? []).map(describeHangsOn),
      ...textDetail(item.accordingTo && accordingTo(item.accordingTo)),
      ...whyDetails(formatWhy(item, context.asks), item.sources, context),
    ],
  };
}

/** The words of the outcome. */
export function describeOutcome(
  outcome: Outcome,
  context: ItemContext,
): { readonly title: readonly Span[]; readonly details: readonly Detail[] } {
  const { handOver } = outcome;
  const role: Role = outcome.verdict === 'not-eligible' || outcome.verdict === 'ask-first' ? 'warn' : 'good';
  return {
    title: [
      { text: `${VERDICT_WORDS[outcome.verdict]}：`, role },
      { text: outcome.title, role: 'bold' },
      ...endOfTitle(outcome, context.sources),
    ],
    details: [
      ...textDetail(outcome.text),
      ...textDetail(outcome.accordingTo && accordingTo(outcome.accordingTo)),
      ...textDetail(handOver && handOverSentence(handOver.title ?? handOver.to, handOver.to), 'bold'),
      ...whyDetails(formatOutcomeWhy(outcome.because, context.asks), outcome.sources, context),
    ],
  };
}
