import type { Flow } from '../model/flow.ts';

/** A word that needs explaining, and its explanation. */
export interface Term {
  readonly term: string;
  readonly means: string;
}

/** The terms that some texts use, in the order of first use. A term within a longer one is not meant. */
export function findTerms({ terms }: Flow, texts: readonly (string | undefined)[]): Term[] {
  let text = texts.filter((one) => one !== undefined).join('\n');
  const found: { at: number; term: string; means: string }[] = [];
  const longestFirst = Object.entries(terms).sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  for (const [term, means] of longestFirst) {
    const at = text.indexOf(term);
    if (term === '' || at < 0) continue;
    found.push({ at, term, means });
    text = text.replaceAll(term, '\n'.repeat(term.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ term, means }) => ({ term, means }));
}
