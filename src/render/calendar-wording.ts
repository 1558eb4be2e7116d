import type { ResolvedDeadline } from '../model/deadline.ts';
import { ACTOR_WORDS, formatDate } from './wording.ts';

/** Behind the title of a step on the last day to do it, or on the first of a month or of a range. */
export function dueSuffix({ earliest, latest }: ResolvedDeadline): string {
  if (earliest !== latest) return '（最早今天到期）';
  return /^\d{4}-\d{2}$/.test(latest) ? '（最迟这个月）' : '（最迟今天）';
}

/** Behind the title of a step on the day by which the office should have done it. */
export const RESULT_SUFFIX = '（该有结果了）';

/** When the office should be done, if the person began on the day of the run. */
export function resultSentence({ latest, rule, keeper }: ResolvedDeadline, date: string): string {
  const begun = rule[0]?.countedFrom ?? '办';
  return `按${formatDate(date)}${begun}算，${ACTOR_WORDS[keeper]}最迟 ${formatDate(latest)}办完；晚几天${begun}，就顺延几天。`;
}

/** Where an event comes from. */
export const fromChecklist = (title: string, date: string): string =>
  `出自${formatDate(date)}的《${title}》，由 yibao 生成。`;
