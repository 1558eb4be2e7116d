import type { AskContext } from '../../src/interview/prompter.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';

/** A choice with 不清楚. */
export const relation: PresentedQuestion = {
  id: 'relation',
  type: 'choice',
  ask: '家人是您的什么人？',
  why: '只有近亲属能用您的个人账户',
  options: [
    { id: 'spouse', label: '配偶' },
    { id: 'parent', label: '父母' },
  ],
  unsure: { findOut: '看户口簿', as: { value: 'parent', label: '父母' } },
  terms: [{ term: '近亲属', means: '配偶、父母、子女、兄弟姐妹、祖父母、孙子女' }],
};

export const papers: PresentedQuestion = {
  id: 'papers',
  type: 'multi',
  ask: '您手上有哪些材料？',
  options: [
    { id: 'hukou', label: '户口簿' },
    { id: 'marriage', label: '结婚证' },
    { id: 'none', label: '都没有' },
  ],
  none: 'none',
  terms: [],
};

export const place: PresentedQuestion = {
  id: 'place',
  type: 'place',
  ask: '您在哪参保？',
  options: [],
  terms: [],
};

export const month: PresentedQuestion = {
  id: 'paid',
  type: 'month',
  ask: '缴到哪个月？',
  options: [],
  terms: [],
};

const PLACES = [
  { code: '430900', label: '湖南省益阳市' },
  { code: '430600', label: '湖南省岳阳市' },
];

/** A context in which every answer will do but 错. */
export function askContext(changes: Partial<AskContext> = {}): AskContext {
  return {
    number: 2,
    remaining: [2, 4],
    occasion: 'in-turn',
    canGoBack: true,
    check: (raw) => (raw === '错' ? '“错”不是这一题的选项。' : undefined),
    understand: () => undefined,
    searchPlaces: (typed) => (typed === 'yy' ? PLACES : PLACES.filter(({ label }) => label.includes(typed))),
    ...changes,
  };
}
