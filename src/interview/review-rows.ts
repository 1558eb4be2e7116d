import type { GivenAnswer } from '../model/checklist.ts';
import type { ReviewRow } from './prompter.ts';
import { carriedLabel, treatedLabel } from './wording.ts';

/** The answers on the path as the review page shows them. */
export function reviewRows(asked: readonly GivenAnswer[], carried: readonly string[]): ReviewRow[] {
  return asked.map(({ question, ask, label, treatedAs }) => {
    const shown = treatedAs ? treatedLabel(label, treatedAs.label) : label;
    return { question, ask, label: carried.includes(question) ? carriedLabel(shown) : shown };
  });
}
