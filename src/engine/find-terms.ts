import type { Flow } from '../model/flow.ts';

/** A word that needs explaining, and its explanation. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

/** The terms of each flow, the longest first. */
const glossaries = new WeakMap<Flow['terms'], readonly Term[]>();

/** The terms that some texts use, in the order of first use. A term within a longer one is not meant. */
export function findTerms(flow: Flow, texts: readonly (string | undefined)[]): readonly Term[] {
  const terms = glossaryOf(flow);
  let text = texts.filter((one) => one !== undefined).join('\n');
  const found: { at: number; term: Term }[] = [];
  for (const term of terms) {
    const at = text.indexOf(term.term);
    if (at < 0) continue;
    found.push({ at, term });
    text = text.replaceAll(term.term, '\n'.repeat(term.term.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ term }) => term);
}

function glossaryOf({ terms }: Flow): readonly Term[] {
  const known = glossaries.get(terms) ?? makeGlossary(terms);
  glossaries.set(terms, known);
  return known;
}

function makeGlossary(explained: Flow['terms']): readonly Term[] {
  return Object.entries(explained)
    .filter(([term]) => term !== '')
    .sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1))
    .map(([term, means]) => Object.freeze({ term, means }));
}
