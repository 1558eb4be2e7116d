import type { Checklist, ChecklistItem, GivenAnswer, ListedSource, Unsettled } from '../model/checklist.ts';
import type { ItemKind } from '../model/flow.ts';
import { cleanDeep } from './clean-text.ts';
import { explainTerms } from './explain-terms.ts';
import type { Detail, Entry, Group, Marker, Outline, Section } from './outline.ts';
import { describeItem, describeOutcome, type ItemContext } from './outline-items.ts';
import {
  datesLine,
  documentTitle,
  formatGivenAnswer,
  hotlineSentence,
  inCaseTitle,
  LABELS,
  localStatusSentence,
  SECTION_TITLES,
  type SectionId,
  sourceStanding,
  sourceTitle,
  verifySentence,
} from './wording.ts';

const MARKERS: Readonly<Record<ItemKind, Marker>> = {
  material: 'box',
  step: 'number',
  'not-needed': 'dash',
  warning: 'warning',
  note: 'dash',
};

/** Items in their order, those for one case only in groups of their own at the end. */
function groupItems(items: readonly ChecklistItem[], context: ItemContext): Group[] {
  const cases = new Set(items.flatMap((item) => item.inCase ?? []));
  let number = 0;
  const entriesOf = (inCase?: string): Entry[] =>
    items
      .filter((item) => item.inCase === inCase)
      .map((item) => ({
        marker: MARKERS[item.kind],
        ...(item.kind === 'step' ? { number: ++number } : {}),
        ...describeItem(item, context),
      }));
  return [
    { entries: entriesOf() },
    ...Array.from(cases, (inCase) => ({ title: inCaseTitle(inCase), entries: entriesOf(inCase) })),
  ];
}

function describeUnsettled({ test, findOut, otherwise }: Unsettled): Entry {
  const how = findOut ? [`${LABELS.findOut}${findOut}`] : [];
  const instead = otherwise ? [`${LABELS.otherwise}${otherwise}`] : [];
  const details = [...how, ...instead].map((text): Detail => ({ kind: 'text', spans: [{ text }] }));
  return { marker: 'dash', title: [{ text: test }], details };
}

function describeAnswer(answer: GivenAnswer): Entry {
  return { marker: 'dash', title: [{ text: formatGivenAnswer(answer) }], details: [] };
}

function describeSource(source: ListedSource): Entry {
  const standing: Detail = { kind: 'text', spans: [{ text: sourceStanding(source), role: 'dim' }] };
  const link: Detail[] = source.url ? [{ kind: 'link', url: source.url }] : [];
  return {
    marker: 'source',
    number: source.mark,
    title: [{ text: sourceTitle(source) }],
    details: [standing, ...link],
  };
}

function section(id: SectionId, groups: readonly Group[]): Section[] {
  const filled = groups.filter((group) => group.entries.length > 0);
  return filled.length === 0 ? [] : [{ id, title: SECTION_TITLES[id], groups: filled }];
}

function lists(checklist: Checklist, context: ItemContext): Section[] {
  return [
    ...section('materials', groupItems(checklist.materials, context)),
    ...section('steps', groupItems(checklist.steps, context)),
    ...section('not-needed', groupItems(checklist.notNeeded, context)),
    ...section('warnings', groupItems(checklist.warnings, context)),
    ...section('notes', groupItems(checklist.notes, context)),
    ...section('unsettled', [{ entries: checklist.unsettled.map(describeUnsettled) }]),
  ];
}

function needsVerifying({ outcome, ...rest }: Checklist): boolean {
  const items = [rest.materials, rest.steps, rest.notNeeded, rest.warnings, rest.notes].flat();
  return outcome.verify === true || items.some((item) => item.verify);
}

function contextOf(checklist: Checklist, why: boolean): ItemContext {
  return {
    why,
    today: checklist.date,
    asks: new Map(checklist.answers.map(({ question, ask }) => [question, ask])),
    sources: checklist.sources,
  };
}

/** The outline of a checklist. With `why`, each line says what it rests on. */
export function buildOutline(
  given: Checklist,
  options: { readonly why?: boolean | undefined } = {},
): Outline {
  const checklist = cleanDeep(given);
  const context = contextOf(checklist, options.why === true);
  const { hotline } = checklist.localStatus;
  const localStatus = localStatusSentence(checklist.localStatus);
  const verdict = { verdict: checklist.outcome.verdict, ...describeOutcome(checklist.outcome, context) };
  const explained = explainTerms({ verdict, sections: lists(checklist, context) }, checklist.terms);
  return {
    title: documentTitle(checklist.flow.title),
    dates: datesLine(checklist),
    verdict: explained.verdict,
    ...(localStatus ? { localStatus } : {}),
    sections: [
      ...explained.sections,
      ...section('terms', [{ entries: explained.unused }]),
      ...section('answers', [{ entries: checklist.answers.map(describeAnswer) }]),
      ...section('sources', [{ entries: checklist.sources.map(describeSource) }]),
    ],
    closing: [...(needsVerifying(checklist) ? [verifySentence(hotline)] : []), hotlineSentence(hotline)],
  };
}
