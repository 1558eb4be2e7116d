import type { CalendarDate, CalendarMonth } from '../model/calendar-date.ts';

/** The few words that the engine itself puts into texts; all others come from the flow. */
export const words = {
  unsure: '不清楚',
  treatedAs: (label: string) => `不清楚，按“${label}”算`,
  or: '或',
  and: '、',
  furthermore: '；',
  nothing: '无',
  blank: '……',
  localPlace: '当地',
  asLocalRules: '（以当地规定为准）',
  notVerified: '未核对',
  factOpen: (fact: string) => `${fact}：还没核对到`,
  toAnswer: (ask: string) => `要再回答“${ask}”`,
  factReason: (fact: string, value: string) => `${fact}：${value}`,
  whichCity: '需要知道具体是哪个市',
  truth: { yes: '是', no: '否' } as Readonly<Record<string, string>>,
} as const;

/** Other ways to say 是, 不是 and 不清楚 in an answer. */
export const spokenAnswers: Readonly<Record<'yes' | 'no' | 'unsure', readonly string[]>> = {
  yes: ['yes', 'y', 'true', '是', '是的', '对', '有'],
  no: ['no', 'n', 'false', '否', '不是', '不', '没有'],
  unsure: ['unsure', '不清楚', '不知道', '不确定'],
};

/** A date or month as Chinese writes it: 2026年10月15日, 2026年10月. */
export function dateInWords(date: CalendarDate | CalendarMonth): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day === undefined ? '' : `${day}日`}`;
}
