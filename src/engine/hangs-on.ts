import type { HangsOn } from '../model/checklist.ts';
import type { Condition } from '../model/condition.ts';
import { fillText, type Speech } from './fill-text.ts';
import { findOpen, type OpenPoint } from './find-open.ts';
import type { Knowledge } from './knowledge.ts';
import { words } from './wording.ts';

/** What a condition that is unknown hangs on, in words, and how to find out. */
export function hangsOn(speech: Speech, condition: Condition, knowledge: Knowledge): HangsOn[] {
  return findOpen(speech.compiled, condition, knowledge).map((point) => inWords(speech, point));
}

function inWords(speech: Speech, point: OpenPoint): HangsOn {
  const { questions, flow } = speech.compiled;
  if (point.kind === 'fact') {
    const declaration = flow.common.places.facts[point.fact];
    return { fact: point.fact, label: declaration?.name ?? point.fact, findOut: declaration?.findOut ?? '' };
  }
  const question = questions[point.question]?.question;
  if (!question) throw new RangeError(`no question ${point.question}`);
  const isPlace = question.type === 'place';
  return {
    question: question.id,
    label: fillText(speech, question.ask),
    findOut: question.unsure?.findOut ?? (isPlace ? words.whichCity : ''),
  };
}
