import { advance } from './built.mjs';
import { numbersFrom } from './neutral/answer-sets.mjs';

const DATE = { date: '2026-11-22' };

/** Cities that places were verified for, and others, of many provinces. */
const PLACES = [
  '430900',
  '510700',
  '440100',
  '320500',
  '110000',
  '310000',
  '330100',
  '420100',
  '610100',
  '220100',
];

/**
 * People who answered every question that they were asked: any option, 不清楚 where it may be said, any of
 * several places. The same people each time.
 * @param {import('../../src/model/flow.ts').Flow} flow
 * @param {number} count
 * @returns {import('../../src/model/answers.ts').Answers[]}
 */
export function people(flow, count, seed = 7) {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, () => onePerson(flow, next));
}

/**
 * @param {import('../../src/model/flow.ts').Flow} flow
 * @param {() => number} next
 */
function onePerson(flow, next) {
  /** @type {Record<string, import('../../src/model/answers.ts').AnswerValue>} */
  const answers = {};
  for (;;) {
    const question = advance(flow, answers, DATE).next;
    if (!question) return answers;
    answers[question.id] = answerTo(question, next);
  }
}

/**
 * @param {import('../../src/model/progress.ts').PresentedQuestion} question
 * @param {() => number} next
 * @returns {import('../../src/model/answers.ts').AnswerValue}
 */
function answerTo(question, next) {
  const any = (/** @type {readonly string[]} */ list) => list[Math.floor(next() * list.length)] ?? '';
  const options = [...question.options.map(({ id }) => id), ...(question.unsure ? ['unsure'] : [])];
  switch (question.type) {
    case 'place':
      return any(PLACES);
    case 'multi':
      return [any(question.options.map(({ id }) => id))];
    case 'date':
      return any(['2026-03-01', '2026-09-15', '2026-11-02']);
    case 'month':
      return any(['1966-05', '2025-12', '2026-06']);
    case 'number':
      return Math.floor(next() * 20);
    default:
      return any(options);
  }
}
