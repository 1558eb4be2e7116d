import type { AnswerValue } from '../model/answers.ts';
import type { Flow, Question } from '../model/flow.ts';

/** An answer that was given but that the path did not ask for. */
export interface UnusedAnswer {
  readonly question: string;
  readonly value: AnswerValue;
}

/** An earlier name that was understood: of a question, or of an option of `question`. */
export interface RenamedName {
  readonly from: string;
  readonly to: string;
  readonly question?: string;
}

/** What a person should know about answers that were written for an earlier flow. */
export interface AnswerNotes {
  readonly renamed: readonly RenamedName[];
  /** Questions of a saved file that the flow no longer has. */
  readonly gone: readonly string[];
}

/** The earlier names that stand in one answer. */
export function findRenamed(flow: Flow, id: string, key: string, raw: unknown): RenamedName[] {
  const question = flow.questions[id];
  if (!question || !hasEarlierNames(question)) return [];
  const isOldKey = question.was?.includes(key) === true && key !== id;
  return [...(isOldKey ? [{ from: key, to: id }] : []), ...renamedOptions(question, raw)];
}

const renamedQuestions = new WeakMap<Question, boolean>();

/** Most questions never had another name; asked of each answer of each person. */
function hasEarlierNames(question: Question): boolean {
  const known = renamedQuestions.get(question);
  if (known !== undefined) return known;
  const has = question.was !== undefined || question.options.some(({ was }) => was !== undefined);
  renamedQuestions.set(question, has);
  return has;
}

function renamedOptions({ id, options }: Question, raw: unknown): RenamedName[] {
  const given = [raw].flat().flatMap((one) => (typeof one === 'string' ? one.split(/[,，、]/) : []));
  return given.flatMap((one) => {
    const from = one.trim();
    const option = options.find(({ was }) => was?.includes(from));
    return option && option.id !== from ? [{ question: id, from, to: option.id }] : [];
  });
}

/** The notes as lines for stderr. */
export function describeNotes({ renamed, gone }: AnswerNotes): string[] {
  return [
    ...renamed.map(({ question, from, to }) => {
      const what = question === undefined ? from : `${question} 的 ${from}`;
      return `提示：${what} 现在叫 ${to}，已经照新名用上。`;
    }),
    ...gone.map((key) => `提示：流程里已经没有 ${key} 这一题，它的回答没有用上。`),
  ];
}
