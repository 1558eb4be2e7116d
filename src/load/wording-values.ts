import type { Said } from './problem-list.ts';
import type { YamlNode } from './yaml-node.ts';

/** The options of a yes-no question that does not word them itself. */
export const yesNoLabels = { yes: '是', no: '不是' } as const;

/** The answer `unsure` as people write it. */
export const unsureWord = '不清楚';

/** How many problems the flow files have. */
export function brokenFiles(count: number): string {
  return `流程文件有 ${count} 处问题`;
}

/** What was found, in words, for a message. */
export function describe(node: YamlNode): string {
  if (node.kind === 'list') return '列表';
  if (node.kind === 'map') return '一组“键: 值”';
  if (node.value === null) return '空';
  const text = String(node.written || node.value);
  return `“${text.length > 30 ? `${text.slice(0, 30)}…` : text}”`;
}

const wrong = (code: string, message: string): Said => ({ code, message });

/** Values of a wrong kind or form. `found` comes from `describe`. */
export const valueWording = {
  numberForText: (written: string) =>
    wrong('number-for-text', `${written} 没加引号，会被读成数字；代码、电话、文号要写成 "${written}"`),
  booleanForText: (value: boolean) => wrong('wrong-type', `这里要写文字，不能写 ${value}`),
  booleanForYesNo: (value: boolean) =>
    wrong('boolean-for-yes-no', `这里不写 ${value}，请写 ${value ? 'yes' : 'no'}`),
  emptyValue: () => wrong('empty-value', '这里不能空着'),
  wantsText: (found: string) => wrong('wrong-type', `这里要写文字，现在是${found}`),
  wantsFlag: (found: string) => wrong('wrong-type', `这里要写 true 或 false，现在是${found}`),
  wantsNumber: (found: string) => wrong('wrong-type', `这里要写数字，现在是${found}`),
  wantsCount: (found: string) =>
    wrong('wrong-type', `这里要写不小于 0 的整数，天数和月数至少是 1，现在是${found}`),
  wantsDate: (found: string) =>
    wrong('invalid-date', `要写真实的日期，如 2026-11-22，现在是${quoted(found)}`),
  wantsMonth: (found: string) => wrong('invalid-month', `要写年月，如 2026-11，现在是${quoted(found)}`),
  wantsYear: (found: string) => wrong('invalid-year', `要写四位数的年份，现在是${quoted(found)}`),
  wantsUrl: (found: string) => wrong('invalid-url', `网址要以 http:// 或 https:// 开头，现在是${found}`),
  wantsList: (found: string) => wrong('wrong-type', `这里要写列表，现在是${found}`),
  wantsMap: (found: string) => wrong('wrong-type', `这里要写一组“键: 值”，现在是${found}`),
  wantsValue: (found: string) => wrong('wrong-type', `这里要写一个值，现在是${found}`),
  wantsTwo: () => wrong('wrong-type', '这里要正好两个'),
  wantsRange: () => wrong('duration-form', '一段时间要写成 [最少, 最多]，如 [1, 5]'),
  wantsDuration: (found: string) =>
    wrong('duration-form', `这里要写 at-once，或 { working-days: 10 } 这样的时长，现在是${found}`),
  lengthTooLong: (most: number) => wrong('duration-form', `时间太长，这种单位最多写 ${most}`),
  tooManyDaysOff: (most: number) =>
    wrong('invalid-span', `这一年的放假太多，最多 ${most} 天，不然没有工作日可数`),
  oneUnit: (units: readonly string[]) => wrong('duration-form', `时长要正好写一种单位：${units.join('、')}`),
  notOneOf: (found: string, allowed: readonly string[]) =>
    wrong('not-one-of', `${quoted(found)}不行，可以写：${allowed.join('、')}`),
  badSpan: (from: string, to: string) =>
    wrong('invalid-span', `从 ${from} 到 ${to} 不是一段假期：结束要在开始以后，最长 31 天`),
  untilBeforeFrom: (from: string, until: string) =>
    wrong('invalid-period', `until（${until}）早于 from（${from}）`),
  minAboveMax: (min: number, max: number) => wrong('invalid-range', `max（${max}）小于 min（${min}）`),
  emptyArticle: (text: string) => wrong('empty-article', `“${text}”的斜杠后面缺条款，如 yb-2022-22/第八条`),
};

function quoted(found: string): string {
  return /^[“列一空]/.test(found) ? found : `“${found}”`;
}
