import type { Question, Unsure } from '../model/flow.ts';
import type { PresentedQuestion } from '../model/progress.ts';
import { fillText, labelOf, type Speech } from './fill-text.ts';
import { findTerms } from './find-terms.ts';
import { withoutAbsent } from './without-absent.ts';

/** A question as it is put to this person: texts chosen and filled in. */
export function presentQuestion(speech: Speech, question: Question): PresentedQuestion {
  const ask = fillText(speech, question.ask);
  const why = question.why === undefined ? undefined : fillText(speech, question.why);
  const options = question.options.map(({ id, label }) => ({ id, label: fillText(speech, label) }));
  return withoutAbsent<PresentedQuestion>({
    id: question.id,
    type: question.type,
    ask,
    why,
    options,
    unsure: question.unsure && presentUnsure(speech, question, question.unsure),
    atLeast: question.atLeast,
    none: question.none,
    min: question.min,
    max: question.max,
    unit: question.unit,
    terms: findTerms(speech.compiled.flow, [
      ask,
      why,
      ...options.map(({ label }) => label),
      question.unsure?.findOut,
    ]),
  });
}

function presentUnsure(speech: Speech, question: Question, unsure: Unsure): PresentedQuestion['unsure'] {
  const { findOut } = unsure;
  if (!('as' in unsure)) return { findOut };
  return { findOut, as: { value: unsure.as, label: labelOf(speech, question, unsure.as) } };
}
