/** Words for days, counted from today. */
export const DAY_WORDS: Readonly<Record<string, number>> = {
  大前天: -3,
  前天: -2,
  昨天: -1,
  昨日: -1,
  今天: 0,
  今日: 0,
  当天: 0,
  明天: 1,
  明日: 1,
  后天: 2,
  大后天: 3,
};

/** Words for months, counted from this month. */
export const MONTH_WORDS: Readonly<Record<string, number>> = {
  上上个月: -2,
  上上月: -2,
  上个月: -1,
  上月: -1,
  这个月: 0,
  这月: 0,
  本月: 0,
  当月: 0,
  下个月: 1,
  下月: 1,
  下下个月: 2,
  下下月: 2,
};

/** Words for years, counted from this year. */
export const YEAR_WORDS: Readonly<Record<string, number>> = {
  大前年: -3,
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  明年: 1,
  后年: 2,
};

/** Words for weeks, counted from this week. */
export const WEEK_WORDS: Readonly<Record<string, number>> = {
  上上: -2,
  上: -1,
  这: 0,
  本: 0,
  '': 0,
  下: 1,
};

/** The units of a span: in days, or in months. */
export const UNITS: Readonly<Record<string, readonly [days: number, months: number]>> = {
  天: [1, 0],
  日: [1, 0],
  周: [7, 0],
  星期: [7, 0],
  个月: [0, 1],
  月: [0, 1],
  年: [0, 12],
};

export const HALF = '半';
export const BEFORE = '前';
export const OF = /^的/u;

/** The words for the last part of a month or year. */
export const ENDS: ReadonlySet<string> = new Set(['底', '末']);

/** Monday is 1. */
export const WEEKDAYS: readonly string[] = ['', '一', '二', '三', '四', '五', '六', '日'];

/** What is not a digit but a part of a number. */
export const TEN = '十';
export const SPELLINGS: Readonly<Record<string, string>> = { 零: '〇', 两: '二', 廿: '二十', 卅: '三十' };
export const NUMERALS = '〇一二三四五六七八九';

export const PATTERNS = {
  numeral: /[〇零一二两三四五六七八九十廿卅]+/gu,
  ago: /^(\d+|半)(天|日|周|星期|个月|月|年)(?:以)?(前|后)$/u,
  week: /^(上上|上|这|本|下|)个?(?:周|星期|礼拜)([1-6一二三四五六日天末])$/u,
  yearMonthDay: /^(\d{2}|\d{4})[年./-](\d{1,2})[月./-](\d{1,2})[日号]?$/u,
  yearMonth: /^(\d{2}|\d{4})[年./-](\d{1,2})月?份?$/u,
  monthDay: /^(\d{1,2})[月./-](\d{1,2})[日号]?$/u,
  month: /^(\d{1,2})月份?$/u,
  day: /^(\d{1,2})[日号]$/u,
  monthEdge: /^(初|头|底|末)$/u,
  yearEdge: /^年?(初|头|底|末)$/u,
} as const;

/** 2026年10月15日，星期四. */
export function sayDate(year: number, month: number, day: number, weekday: number): string {
  return `${year}年${month}月${day}日，星期${WEEKDAYS[weekday]}`;
}

/** 2026年10月. */
export function sayMonth(year: number, month: number): string {
  return `${year}年${month}月`;
}
