import { isInForce } from '../../engine/in-force.ts';
import type { CalendarDate, InForce } from '../../model/calendar-date.ts';
import type { FlowBook } from '../../model/flow-book.ts';
import type { FlowPositions } from '../../model/problem.ts';
import type { Citation } from '../../model/source.ts';
import { lintWords } from '../wording.ts';
import { usesOf } from './flow-uses.ts';
import type { Finding, Rule } from './rule.ts';
import { tooLong, withHalfWidthMark, withoutEndMark } from './text-rules.ts';

/** What the rules about shared parts look at: all flows together. */
export interface CommonInput {
  readonly book: FlowBook;
  readonly date: CalendarDate;
}

/** Rules about what flows share, under the codes of the rules about flows where they say the same. */
export const commonRules: readonly Rule<CommonInput>[] = [
  { code: 'term-without-effect', severity: 'warning', find: findIdleTerms },
  { code: 'source-without-effect', severity: 'warning', find: findIdleSources },
  { code: 'fact-without-effect', severity: 'warning', find: findIdleFacts },
  { code: 'text-too-long', severity: 'warning', find: eachText(tooLong) },
  { code: 'end-mark-missing', severity: 'warning', find: eachText(withoutEndMark) },
  { code: 'half-width-mark', severity: 'warning', find: eachText(withHalfWidthMark) },
  { code: 'local-papers-alone', severity: 'note', find: findLocalDefaults },
  { code: 'fact-expired', severity: 'warning', find: findExpiredFacts },
];

type CommonText = { readonly text: string; readonly manner: 'name' | 'sentence' };

function* textsOf({ commonPositions, flows, common }: FlowBook): Generator<CommonText & { subject: string }> {
  for (const [id, { name, findOut }] of Object.entries(common.places.facts)) {
    yield { subject: `fact/${id}/name`, text: name, manner: 'name' };
    yield { subject: `fact/${id}/find-out`, text: findOut, manner: 'sentence' };
  }
  const terms = new Map(flows.flatMap((flow) => Object.entries(flow.terms)));
  for (const [term, means] of terms) {
    const subject = `term/${term}`;
    if (Object.hasOwn(commonPositions, subject)) yield { subject, text: means, manner: 'sentence' };
  }
}

function eachText(check: (text: CommonText) => string | undefined): Rule<CommonInput>['find'] {
  return function* find({ book }) {
    for (const { subject, ...text } of textsOf(book)) {
      const message = check(text);
      if (message !== undefined) yield { subject, message };
    }
  };
}

/** The names under `<kind>/<name>` in the shared files. */
function declared({ commonPositions }: FlowBook, kind: string): string[] {
  return Object.keys(commonPositions).flatMap((subject) => {
    const [first, name = '', ...rest] = subject.split('/');
    return first === kind && rest.length === 0 ? [name] : [];
  });
}

function* findIdleTerms({ book }: CommonInput): Generator<Finding> {
  const used = new Set(book.flows.flatMap(({ terms }) => Object.keys(terms)));
  for (const term of declared(book, 'term')) {
    if (!used.has(term)) yield { subject: `term/${term}`, message: lintWords.termWithoutEffect(term) };
  }
}

function* findIdleSources({ book }: CommonInput): Generator<Finding> {
  const used = new Set(book.flows.flatMap(({ sources }) => Object.keys(sources)));
  for (const { source } of book.common.holidays) used.add(source.split('/')[0] ?? '');
  for (const { source } of placeCitations(book)) used.add(source);
  for (const id of declared(book, 'source')) {
    if (!used.has(id)) yield { subject: `source/${id}`, message: lintWords.sourceWithoutEffect(id) };
  }
}

function* placeCitations({ common: { places } }: FlowBook): Generator<Citation> {
  for (const { default: usual } of Object.values(places.facts)) yield* usual?.sources ?? [];
  for (const { channels, facts } of Object.values(places.entries)) {
    for (const value of [...Object.values(channels), ...Object.values(facts)].flat()) yield* value.sources;
  }
}

function* findIdleFacts({ book }: CommonInput): Generator<Finding> {
  const used = new Set(book.flows.flatMap((flow) => [...usesOf(flow).facts]));
  for (const id of Object.keys(book.common.places.facts)) {
    if (!used.has(id)) yield { subject: `fact/${id}`, message: lintWords.factWithoutEffect(id) };
  }
}

function* findLocalDefaults({ book }: CommonInput): Generator<Finding> {
  const sources = Object.assign({}, ...book.flows.map((flow) => flow.sources)) as Record<
    string,
    { place?: string }
  >;
  for (const [id, { default: usual }] of Object.entries(book.common.places.facts)) {
    const papers = (usual?.sources ?? []).map(({ source }) => sources[source]?.place);
    if (papers.length === 0 || papers.includes(undefined)) continue;
    const names = book.common.divisions.filter(({ code }) => papers.includes(code)).map(({ name }) => name);
    yield { subject: `fact/${id}/default`, message: lintWords.localPapersAlone(names) };
  }
}

/** A value or channel that has run out, and nothing has taken its place. */
function* findExpiredFacts({ book, date }: CommonInput): Generator<Finding> {
  for (const [code, { facts, channels }] of Object.entries(book.common.places.entries)) {
    const values = [
      ...Object.entries(facts).map(([name, list]) => [`fact/${code}/${name}`, list] as const),
      ...Object.entries(channels).map(([kind, list]) => [`channel/${code}/${kind}`, list] as const),
    ];
    for (const [subject, list] of values) yield* expired(subject, list, date, book.commonPositions);
  }
}

function* expired(
  subject: string,
  values: readonly InForce[],
  date: CalendarDate,
  positions: FlowPositions,
): Generator<Finding> {
  if (values.some((value) => isInForce(value, date))) return;
  for (const [index, { until }] of values.entries()) {
    if (until === undefined || until >= date) continue;
    const inList = `${subject}/${index}/until`;
    const own = Object.hasOwn(positions, inList) ? inList : `${subject}/until`;
    yield { subject: own, message: lintWords.expired(until) };
  }
}
