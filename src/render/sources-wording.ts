import type { ItemKind } from '../model/flow.ts';
import type { Grade } from '../model/source.ts';
import { formatDate } from './wording.ts';

/** What a line of the table is. */
export type SourcedKind = ItemKind | 'outcome' | 'fact' | 'channel' | 'table';

/** What a place or a dated change does to a line. */
export type SourcedChange = 'add' | 'change' | 'remove';

export const KIND_WORDS: Readonly<Record<SourcedKind, string>> = {
  outcome: '结论',
  material: '材料',
  step: '事',
  'not-needed': '不需要的',
  warning: '提醒',
  note: '说明',
  table: '对照表',
  fact: '地方规定',
  channel: '入口',
};

export const CHANGE_WORDS: Readonly<Record<SourcedChange, string>> = {
  add: '增加',
  change: '改写',
  remove: '去掉',
};

/** The columns of the table, by what stands in them. */
export const COLUMN_WORDS = {
  flow: '事项',
  place: '地区',
  change: '变化',
  kind: '种类',
  id: '编号',
  title: '内容',
  cite: '依据',
  document: '文件',
  issuer: '发文机关',
  paperOf: '文件的地区',
  grade: '等级',
  seen: '看过',
  months: '月龄',
  verify: '待核实',
  url: '网址',
  signedOff: '签字',
} as const;

export const SOURCES_WORDS = {
  nation: '全国',
  from: (date: string): string => `${formatDate(date)}起`,
  until: (date: string): string => `到${formatDate(date)}`,
  lowered: (grade: Grade, counted: Grade): string => `${grade}→${counted}`,
  verify: '待核实',
  none: '没有依据',
  heading: (title: string, id: string): string => `${title}（${id}）的依据`,
  group: (parts: readonly string[]): string => parts.filter(Boolean).join(' · '),
  value: (name: string, value: string): string => `${name}：${value}`,
  truth: { yes: '是', no: '否' } as Readonly<Record<string, string>>,
  summary: (date: string, { lines, grades, oldest, verify }: SourcesCount): string =>
    `按 ${formatDate(date)}算，共 ${lines} 条；依据 A 级 ${grades.A} 处、B 级 ${grades.B} 处、C 级 ${grades.C} 处；${verify} 条待核实；最久的一处 ${oldest} 个月前看过。`,
  legend: 'B→C：全国的条目只有地方文件可依，降一级算。',
} as const;

/** What the table holds, in numbers. */
export interface SourcesCount {
  readonly lines: number;
  readonly grades: Readonly<Record<Grade, number>>;
  readonly oldest: number;
  readonly verify: number;
}
