import type { ComparisonOperator } from '../model/condition.ts';

/** Words of the decision tree, as Mermaid and as a picture. */

/** The answer that says one does not know. */
export const UNSURE_WORDS = '不清楚';

/** The ways out of a test that the program makes by itself. */
export const TRUTH_WORDS = { yes: '是', no: '否', unknown: '不确定' } as const;

/** How two values compare, and the opposite. */
export const COMPARISON_WORDS: Readonly<Record<ComparisonOperator, readonly [string, string]>> = {
  lt: ['小于', '不小于'],
  le: ['不超过', '超过'],
  gt: ['大于', '不大于'],
  ge: ['不少于', '少于'],
  before: ['早于', '不早于'],
  after: ['晚于', '不晚于'],
};

/** Stands for an answer that nobody has given yet, by the type of its question. */
export const ANSWER_STAND_INS: Readonly<Record<string, string>> = {
  place: '某地',
  date: '某日',
  month: '某月',
  number: '某数',
};

/** Stands for any other answer. */
export const ANSWER_STAND_IN = '某项';

/** Stands for what depends on a place that nobody has named yet. */
export const LOCAL_STAND_INS = {
  province: '某省',
  offered: (what: string): string => `当地${what}`,
} as const;

/** The parts of a condition in words. `yes` says whether it is meant as it stands or as its opposite. */
export const SAID = {
  quote: (words: string): string => `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  anyOf: (words: readonly string[]): string => words.join('或'),
  and: '，并且',
  or: '，或者',
  nested: (words: string): string => `（${words}）`,
  always: (yes: boolean): string => (yes ? '总是这样' : '从不这样'),
  answered: (labels: string, yes: boolean): string => `${yes ? '答' : '没答'}${labels}`,
  chose: (labels: string, yes: boolean): string => `${yes ? '选了' : '没选'}${labels}`,
  is: (value: string, yes: boolean): string => `${yes ? '是' : '不是'}${value}`,
  pair: (one: string, other: string): string => `${one}和${other}`,
  same: { city: '同一个市', province: '同一个省', pool: '同一个统筹区' },
  within: (where: string, yes: boolean): string => `${yes ? '在' : '不在'}${where}`,
  bothWithin: (group: string, yes: boolean): string => (yes ? `都在${group}` : `不都在${group}`),
  localRule: (place: string | undefined): string => (place === undefined ? '当地' : `${place}那里`),
  fact: (name: string, yes: boolean): string => `${yes ? '规定' : '没有规定'}${name}`,
  factValue: (name: string, test: string): string => `规定的${name}${test}`,
  unverified: (name: string, yes: boolean): string => `的${name}${yes ? '还没核对到' : '已经核对到'}`,
  outcome: '结论',
  monthsBetween: (from: string, to: string): string => `从${from}到${to}相隔的月数`,
  lookedUp: (table: string): string => `按${table}查到的值`,
  monthsAfter: (month: string, count: number): string => `${month}之后 ${count} 个月`,
  monthByTable: (month: string, table: string): string => `${month}之后按${table}的月数`,
} as const;

/** When a question is asked. */
export const ASKED_WORDS = {
  only: (words: string): string => `${words}时才问`,
  or: '；或者',
  orUnknown: '（说不准也算）',
} as const;

/** What is said in and under the picture. */
export const PICTURE_WORDS = {
  title: (flow: string): string => `${flow}：决策树`,
  summary: (questions: number, outcomes: number): string =>
    `从上往下读。共 ${questions} 个问题，${outcomes} 个结论。`,
  legend: '方框是问题，斜角框由程序自己判断，圆角粗框是结论。问过的题不再问。“接 5”是接着看第 5 格。',
  /** Before each of several answers, and before its further lines. Both are two columns wide. */
  oneOf: '・',
  indent: '\u3000',
  goOn: (number: number): string => `接 ${number}`,
  numbered: (number: number, words: string): string => `${number}. ${words}`,
} as const;
