import { type Answers, UNSURE } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow, Question } from '../model/flow.ts';
import type { AnswerProblem } from '../model/progress.ts';
import { type CompiledFlow, compileFlow } from './compile-flow.ts';
import type { Speech } from './fill-text.ts';
import type { Knowledge } from './knowledge.ts';
import { nearestName } from './nearest-name.ts';
import { wordings } from './question-name.ts';
import { readDate, readMonth, readNumber } from './read-measure.ts';
import { readOption, readSelection, readYesNo } from './read-option.ts';
import { problem, type ReadAnswer } from './read-problem.ts';
import { replay } from './replay.ts';
import { resolvePlace } from './resolve-place.ts';
import { spokenAnswers } from './wording.ts';

/**
 * Understands an answer as a person or a file gives it: ids or the Chinese words shown, names of places,
 * dates and numbers in the usual spellings. Whatever it is given, it does not throw.
 */
export function readAnswer(
  flow: Flow,
  answersSoFar: Answers,
  questionId: string,
  raw: unknown,
  { date }: { readonly date: CalendarDate },
): ReadAnswer {
  const question = Object.hasOwn(flow.questions, questionId) ? flow.questions[questionId] : undefined;
  if (!question) return problem('unknown-question', questionId, raw, nearestQuestion(flow, questionId));
  if (isOptionId(question, raw)) return { value: raw };
  if (isUnsure(question, raw)) {
    return question.unsure ? { value: UNSURE } : problem('no-unsure', questionId, raw);
  }
  return readByType(new SpeechAfter(compileFlow(flow), answersSoFar, date), question, raw);
}

/**
 * Words may depend on the answers before; ids, places and dates do not, so the path is walked on demand. A
 * class, because each literal with a getter costs V8 a hidden class of its own, which lives long.
 */
class SpeechAfter implements Speech {
  readonly compiled: CompiledFlow;
  readonly #answers: Answers;
  readonly #date: CalendarDate;
  #known: Knowledge | undefined;

  constructor(compiled: CompiledFlow, answers: Answers, date: CalendarDate) {
    this.compiled = compiled;
    this.#answers = answers;
    this.#date = date;
  }

  get knowledge(): Knowledge {
    this.#known ??= replay(this.compiled, this.#answers, this.#date).knowledge;
    return this.#known;
  }
}

/** The usual answer of a script. */
function isOptionId({ type, options }: Question, raw: unknown): raw is string {
  return (type === 'choice' || type === 'yes-no') && options.some(({ id }) => id === raw);
}

function isUnsure({ options }: Question, raw: unknown): boolean {
  if (typeof raw !== 'string') return false;
  const text = raw.trim().toLowerCase();
  // An option may itself be worded 不清楚.
  return spokenAnswers.unsure.includes(text) && !options.some(({ label }) => wordings(label).includes(text));
}

function readByType(speech: Speech, question: Question, raw: unknown): ReadAnswer {
  switch (question.type) {
    case 'choice':
      return readOption(speech, question, raw);
    case 'yes-no':
      return readYesNo(speech, question, raw);
    case 'multi':
      return readSelection(speech, question, raw);
    case 'place':
      return readPlace(speech, question, raw);
    case 'date':
      return readDate(question, raw);
    case 'month':
      return readMonth(question, raw);
    case 'number':
      return readNumber(question, raw);
  }
}

function readPlace({ compiled }: Speech, { id }: Question, raw: unknown): ReadAnswer {
  const text = typeof raw === 'number' ? String(raw) : raw;
  if (typeof text !== 'string') return problem('wrong-type', id, raw);
  const found = resolvePlace(compiled.flow.common.divisions, text);
  if ('match' in found) return { value: found.match.code };
  const many = 'candidates' in found ? found.candidates : found.nearest;
  const named = many.map(({ code, name, parent }) => {
    const province = parent === undefined ? undefined : compiled.atlas.get(parent)?.name;
    return { id: code, label: province === undefined ? name : `${province} ${name}` };
  });
  if ('candidates' in found) return problem('ambiguous-place', id, raw, { allowed: named });
  const [nearest] = named;
  return problem('unknown-place', id, raw, nearest && named.length === 1 ? { nearest } : { allowed: named });
}

function nearestQuestion(flow: Flow, typed: string): Partial<AnswerProblem> {
  const all = Object.values(flow.questions).map(({ id, ask, was = [] }) => ({
    what: { id, label: wordings(ask)[0] ?? id },
    names: [id, ...was, ...wordings(ask)],
  }));
  const nearest = nearestName(typed, all);
  return nearest ? { nearest } : {};
}
