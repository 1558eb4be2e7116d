import type { AnswerValue } from '../model/answers.ts';
import type { AnswerProblem } from '../model/progress.ts';

/** An answer as the flow stores it, or why it is none. */
export type ReadAnswer = { readonly value: AnswerValue } | { readonly problem: AnswerProblem };

const LONGEST_SHOWN = 40;

/** A problem with what was given for a question, as data. */
export function problem(
  code: AnswerProblem['code'],
  question: string,
  raw: unknown,
  details: Partial<AnswerProblem> = {},
): ReadAnswer {
  return { problem: { code, question, given: shown(raw), ...details } };
}

/** What was given, as text, cut to a sane length. Never calls what was given. */
function shown(raw: unknown): string {
  const text = Array.isArray(raw) ? raw.map(plainly).join(', ') : plainly(raw);
  const letters = [...text];
  return letters.length > LONGEST_SHOWN ? `${letters.slice(0, LONGEST_SHOWN).join('')}…` : text;
}

function plainly(raw: unknown): string {
  if (typeof raw === 'string') return raw;
  if (typeof raw === 'number' || typeof raw === 'boolean') return String(raw);
  return raw === null ? 'null' : typeof raw;
}
