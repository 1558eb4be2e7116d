import type { Reason } from '../model/checklist.ts';
import type { ItemKind } from '../model/flow.ts';
import type { Cause, ItemField, OutcomeField } from './compare-checklists.ts';
import { formatDate } from './wording.ts';

/** Words of a comparison. The two sides are called A and B, as on the command line. */
export const DIFF_WORDS = {
  title: (flow: string): string => `${flow}：两份清单有什么不同`,
  side: (letter: 'A' | 'B', label: string, date: string): string =>
    `${letter}：${label}，按 ${formatDate(date)}的规定`,
  value: (letter: 'A' | 'B', value: string): string => `${letter}：${value}`,
  equal: '两份清单完全一样。',
  same: (count: number): string => (count === 0 ? '没有一条两边一样。' : `其余 ${count} 条两边一样。`),
  notAsked: '没有问到',
  absent: '没有',
  nationwide: '全国规定',
  labelled: (label: string, text: string): string => `${label}：${text}`,
} as const;

/** The parts of a comparison. */
export const DIFF_SECTIONS = {
  answers: '回答不同的',
  outcome: '结论不同',
  added: 'B 多出来的',
  gone: 'B 没有了的',
  changed: '两边都有、内容不同的',
  grounds: '说的一样、依据不同的',
  unsettledAdded: 'B 还没弄清的',
  unsettledGone: '只有 A 还没弄清的',
} as const;

/** What a line is. */
export const KIND_WORDS: Readonly<Record<ItemKind, string>> = {
  step: '步骤',
  material: '材料',
  'not-needed': '不需要',
  warning: '提醒',
  note: '须知',
};

/** What differs. */
export const FIELD_WORDS: Readonly<Record<ItemField | OutcomeField, string>> = {
  title: '说法',
  say: '说明',
  text: '说明',
  status: '要不要',
  hangsOn: '取决于',
  form: '形式',
  copies: '份数',
  oneOf: '任选一样',
  do: '怎么做',
  who: '谁办',
  takes: '多久',
  deadline: '期限',
  see: '另见',
  inCase: '什么情况',
  optional: '可不可以不办',
  verify: '核实',
  verdict: '结论',
  handOver: '接着办',
  place: '哪里的规定',
  accordingTo: '据哪里的规定',
  sources: '依据',
};

/** What a field says that is only there or not. */
export const STATE_WORDS = {
  required: '需要',
  possible: '可能需要',
  optional: '可以不办',
  compulsory: '要办',
  unverified: '待核实',
  verified: '已核实',
} as const;

/** Why a line stands on one side only, or differs. */
export function formatCause(cause: Cause, side: 'A' | 'B', asked: (reason: Reason) => string): string {
  switch (cause.kind) {
    case 'reasons':
      return `因为 ${side} 答了：${cause.reasons.map(asked).join('；')}`;
    case 'outcome':
      return '因为结论不同';
    case 'date':
      return '因为两天的规定不同';
    case 'answers':
      return '因为上面的回答不同';
    case 'answers-or-date':
      return '因为上面的回答不同，或者两天的规定不同';
  }
}

/** A rule of a place that a line rests on. */
export const factWhy = (place: string, label: string): string => `因为${place}：${label}`;
