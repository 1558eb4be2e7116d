import type { Option, Question } from '../model/flow.ts';
import type { AnswerProblem } from '../model/progress.ts';
import { fillText, type Speech } from './fill-text.ts';
import { nearestName } from './nearest-name.ts';
import { wordings } from './question-name.ts';
import { problem, type ReadAnswer } from './read-problem.ts';
import { spokenAnswers } from './wording.ts';

/** Reads one option, by id, earlier id or label. */
export function readOption(speech: Speech, question: Question, raw: unknown): ReadAnswer {
  if (typeof raw !== 'string') return problem('wrong-type', question.id, raw, allowed(speech, question));
  const option = findOption(speech, question, raw);
  if (option) return { value: option.id };
  return problem('unknown-option', question.id, raw, allowed(speech, question, raw));
}

/** Reads yes or no, also as true or false, or as people say it. */
export function readYesNo(speech: Speech, question: Question, raw: unknown): ReadAnswer {
  if (typeof raw === 'boolean') return { value: raw ? 'yes' : 'no' };
  const read = readOption(speech, question, raw);
  if ('value' in read || typeof raw !== 'string') return read;
  const said = raw.trim().toLowerCase();
  if (spokenAnswers.yes.includes(said)) return { value: 'yes' };
  return spokenAnswers.no.includes(said) ? { value: 'no' } : read;
}

/** Reads a multi question's options: a list, or one text with commas. They are put in the question's order. */
export function readSelection(speech: Speech, question: Question, raw: unknown): ReadAnswer {
  const parts = typeof raw === 'string' ? splitList(speech, question, raw) : raw;
  if (!Array.isArray(parts)) return problem('wrong-type', question.id, raw, allowed(speech, question));
  const found = new Set<string>();
  for (const part of parts) {
    const option = typeof part === 'string' ? findOption(speech, question, part) : undefined;
    if (!option) return problem('unknown-option', question.id, part, allowed(speech, question, part));
    found.add(option.id);
  }
  if (found.size < (question.atLeast ?? 0)) {
    return problem('too-few', question.id, raw, { ...allowed(speech, question), min: question.atLeast ?? 0 });
  }
  if (question.none !== undefined && found.size > 1 && found.has(question.none)) {
    return problem('excludes-rest', question.id, raw, { ...allowed(speech, question) });
  }
  return { value: question.options.flatMap(({ id }) => (found.has(id) ? id : [])) };
}

/** A label may itself hold a comma, so the whole is tried first. */
function splitList(speech: Speech, question: Question, raw: string): string[] {
  if (findOption(speech, question, raw)) return [raw];
  return raw
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function findOption(speech: Speech, { options }: Question, raw: string): Option | undefined {
  const text = plain(raw);
  return (
    options.find(({ id }) => id === text) ??
    options.find(({ was }) => was?.includes(text)) ??
    options.find(({ label }) => plain(fillText(speech, label)) === text) ??
    options.find(({ label }) => wordings(label).some((wording) => plain(wording) === text))
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function allowed(speech: Speech, { options }: Question, raw?: unknown): Partial<AnswerProblem> {
  const shown = options.map(({ id, label }) => ({ id, label: fillText(speech, label) }));
  const named = shown.map((what) => ({ what, names: [what.id, what.label] }));
  const nearest = typeof raw === 'string' ? nearestName(plain(raw), named) : undefined;
  return nearest ? { allowed: shown, nearest } : { allowed: shown };
}
