import type { Detail, Entry, Outline, Section } from './outline.ts';
import type { Span } from './style.ts';
import { explainTerm } from './wording.ts';

interface Term {
  readonly term: string;
  readonly means: string;
}

type Told = Pick<Outline, 'verdict' | 'sections'>;

function textOf(title: readonly Span[], details: readonly Detail[]): string {
  const below = details.flatMap((detail) => {
    if (detail.kind === 'link') return [];
    return detail.kind === 'facts' ? detail.facts.flat() : detail.spans;
  });
  return [...title, ...below].map((span) => span.text).join('\n');
}

function explanation({ term, means }: Term): Detail {
  return { kind: 'text', spans: [{ text: `（${explainTerm(term, means)}）`, role: 'dim' }] };
}

/** Puts each term's explanation below the entry that uses it first; `unused` are those that none uses. */
export function explainTerms(
  told: Told,
  terms: readonly Term[],
): Told & { readonly unused: readonly Entry[] } {
  let left = terms;
  const explain = <T extends Pick<Entry, 'title' | 'details'>>(entry: T): T => {
    const text = textOf(entry.title, entry.details);
    const used = left.filter(({ term }) => text.includes(term));
    left = left.filter((term) => !used.includes(term));
    return used.length === 0 ? entry : { ...entry, details: [...entry.details, ...used.map(explanation)] };
  };
  const explainSection = (section: Section): Section => ({
    ...section,
    groups: section.groups.map((group) => ({ ...group, entries: group.entries.map(explain) })),
  });
  const verdict = explain(told.verdict);
  const sections = told.sections.map(explainSection);
  const unused = left.map(
    ({ term, means }): Entry => ({
      marker: 'dash',
      title: [{ text: explainTerm(term, means) }],
      details: [],
    }),
  );
  return { verdict, sections, unused };
}
