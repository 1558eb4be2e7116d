import type { Flow } from '../model/flow.ts';

/** A word that needs explaining, and its explanation. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

/** The terms of a flow, the longest first, and a pattern that matches where any of them stands. */
interface Glossary {
  readonly terms: readonly Term[];
  readonly any: RegExp | undefined;
}

const glossaries = new WeakMap<Flow['terms'], Glossary>();

/** The terms that some texts use, in the order of first use. A term within a longer one is not meant. */
export function findTerms(flow: Flow, texts: readonly (string | undefined)[]): readonly Term[] {
  const { terms, any } = glossaryOf(flow);
  let text = texts.filter((one) => one !== undefined).join('\n');
  if (!any?.test(text)) return [];
  const found: { at: number; term: Term }[] = [];
  for (const term of terms) {
    const at = text.indexOf(term.term);
    if (at < 0) continue;
    found.push({ at, term });
    text = text.replaceAll(term.term, '\n'.repeat(term.term.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ term }) => term);
}

function glossaryOf({ terms }: Flow): Glossary {
  const known = glossaries.get(terms) ?? makeGlossary(terms);
  glossaries.set(terms, known);
  return known;
}

function makeGlossary(explained: Flow['terms']): Glossary {
  const terms = Object.entries(explained)
    .filter(([term]) => term !== '')
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([term, means]) => Object.freeze({ term, means }));
  const patterns = terms.map(({ term }) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return { terms, any: patterns.length > 0 ? new RegExp(patterns.join('|')) : undefined };
}
