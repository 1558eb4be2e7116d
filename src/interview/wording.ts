import type { AnswerProblem, PresentedQuestion } from '../model/progress.ts';
import type { CancelReason, CancelState } from './cancelled.ts';
import type { AskContext } from './prompter.ts';

type Labelled = { readonly id: string; readonly label: string };

const PRIVACY = '不问姓名和证件号码；您的回答只留在这台电脑上，不上网。';
const KEPT = '没答完的留 30 天，好接着答；公用电脑上请加 --no-save。';
const NOT_KEPT = '这次不留下任何内容。';
export const CHOOSE_FLOW = '您要办哪件事？';
export const UNSURE_LABEL = '不清楚';
export const BACK_LABEL = '返回上一题';
const BACK_TO_REVIEW = '不改了，回去核对';
export const REVIEW_ASK = '请核对您的回答：';
export const REVIEW_DONE = '没有要改的，出清单';
export const PRESS_ENTER = '按回车开始';
export const NO_PLACE_FOUND = '没有找到这个地方。请换个写法：市的名字、拼音或首字母。';
export const PLACE_MORE = '还有更多，请写得再具体些。';
export const DAY_MISSING = '还要写明是哪一天，如 2026-10-15 或 10月15日。';
export const NOTHING_TYPED = '还没有输入。';
export const TYPE_A_PLACE = '请先输入地名，再用上下键选。';
export const HELP_RETURN = '按任意键回到题目';
export const HELP_SCROLL = '上下键翻看，其他键回到题目';
export const MORE_ABOVE = '（上面还有）';
export const MORE_BELOW = '（下面还有）';
export const YES_WORD = '是';
export const NO_WORD = '否';
export const ANSWER_YES_NO = '请写 y（是）或 n（否）。';
export const CHOOSE_PLACE = '写数字选一个，或换个写法。';
export const NONE_CHOSEN = '都没有选';

/** 第 3 问，还有 2–5 问. `remaining` includes the question itself. */
function progressLine(number: number, remaining: readonly [number, number]): string {
  const fewest = Math.max(remaining[0] - 1, 0);
  const most = Math.max(remaining[1] - 1, 0);
  if (most === 0) return `第 ${number} 问，最后一问`;
  if (fewest === most) return `第 ${number} 问，还有 ${most} 问`;
  return fewest === 0 ? `第 ${number} 问，最多还有 ${most} 问` : `第 ${number} 问，还有 ${fewest}–${most} 问`;
}

/** Where the person stands; on the review page, why the question comes now. */
export function occasionLine({
  number,
  remaining,
  occasion,
}: Pick<AskContext, 'number' | 'remaining' | 'occasion'>): string {
  if (occasion === 'change') return `改第 ${number} 问`;
  return occasion === 'follow-up'
    ? `第 ${number} 问，改了前面的回答，要补问`
    : progressLine(number, remaining);
}

/** The words of the way back, where there is one. */
export function backLabel({
  canGoBack,
  occasion,
}: Pick<AskContext, 'canGoBack' | 'occasion'>): string | undefined {
  if (!canGoBack) return undefined;
  return occasion === 'change' ? BACK_TO_REVIEW : BACK_LABEL;
}

/** 不清楚 as it will count. */
export function treatedLabel(label: string, as: string): string {
  return `${label}，按“${as}”算`;
}

/** An answer that another matter brought along. */
export function carriedLabel(label: string): string {
  return `${label}（上一件事里答过）`;
}

/** A city by its county or district. */
export function districtLabel(city: string, district: string): string {
  return `${city}（${district}）`;
}

/** Reads a date or month back before it counts. */
export function readBack(said: string): string {
  return `读作 ${said}。对就再按回车，不对就改。`;
}

/** How an answer is written, and that Enter alone takes the one before. */
export function startHint(hint: string, start: string): string {
  return `${hint}。直接回车：${start}`;
}

/** How to find out, and what 不清楚 will mean. */
export function unsureNote(unsure: NonNullable<PresentedQuestion['unsure']>): string {
  return unsure.as ? `${stop(unsure.findOut)}选这一项先按“${unsure.as.label}”算。` : stop(unsure.findOut);
}

function stop(sentence: string): string {
  return /[。！？]$/u.test(sentence) ? sentence : `${sentence}。`;
}

/** What `?` shows: why it is asked, how to find out, terms. */
export function helpLines(question: PresentedQuestion): string[] {
  const lines: string[] = [];
  if (question.why) lines.push(`为什么问：${stop(question.why)}`);
  if (question.unsure) lines.push(`不清楚怎么办：${unsureNote(question.unsure)}`);
  for (const { term, means } of question.terms) lines.push(`${term}：${stop(means)}`);
  return lines.length > 0 ? lines : ['这一题没有更多说明。拿不准时可以打医保热线 12393 问。'];
}

/** How a date, month, number or place is typed. */
export function inputHint(question: PresentedQuestion): string {
  const unsure = question.unsure ? `；不知道就写“${UNSURE_LABEL}”` : '';
  switch (question.type) {
    case 'date':
      return `写法：2026-10-15、10月15日、昨天都行${unsure}`;
    case 'month':
      return `写法：2026-10、10月、上个月都行${unsure}`;
    case 'number':
      return `请输入数字${numberLimits(question)}${unsure}`;
    case 'place':
      return '输入市或区县的名字、拼音或首字母，如 益阳、yiyang、yy；只知道省就选省';
    case 'choice':
    case 'yes-no':
    case 'multi':
      return '';
  }
}

function numberLimits(limits: { min?: number; max?: number; unit?: string }): string {
  const { min, max, unit = '' } = limits;
  if (min !== undefined && max !== undefined) return `，${min} 到 ${max}${unit && ` ${unit}`}`;
  if (min !== undefined) return `，不小于 ${min}${unit && ` ${unit}`}`;
  if (max !== undefined) return `，不大于 ${max}${unit && ` ${unit}`}`;
  return unit && `，单位是${unit}`;
}

/** The keys that do something, for the line at the foot; in few words where the window is small. */
export function keyHints(kind: keyof typeof KEYS, back: string | undefined, short: boolean): string {
  const [how, briefly] = KEYS[kind];
  const key = kind === 'text' || kind === 'place' ? 'Ctrl-B' : '0';
  const help = kind === 'review' || kind === 'menu' ? '' : short ? '，? 说明' : '；? 看说明';
  if (back === undefined) return `${short ? briefly : how}${help}`;
  return short ? `${briefly}${help}，${key} 返回` : `${how}${help}；${key} ${back}`;
}

const KEYS = {
  choice: ['按数字直接选，或用上下键选好按回车', '按数字选'],
  multi: ['按数字或空格勾选，选好按回车', '数字勾选，回车确定'],
  text: ['写好按回车', '回车确定'],
  place: ['上下键选，回车确定', '回车确定'],
  // Short, because it is not to be broken when the window is resized.
  menu: ['按数字选，或上下键加回车', '按数字选'],
  review: ['没有要改的按回车，要改哪一题就按它的数字', '回车确定，数字改题'],
} as const;

/** What is said while a number may go on: 1 of eleven. */
export function digitHint(digits: string): string {
  return `选 ${digits} 就按回车；十以后的，接着按下一个数字`;
}

/** What is said when a person leaves, and how to go on. */
export function cancelSentence(reason: CancelReason, state: CancelState): string {
  if (state === 'finished') return '已结束。';
  const why = reason === 'end-of-input' ? '输入到头了，问答没有做完' : '已停下';
  if (state === 'kept') return `${why}。回答存好了，接着答请写：yibao resume`;
  if (state === 'partly-kept') {
    return `${why}。后面答的没存上，前面的还在，接着答请写：yibao resume`;
  }
  return `${why}，没有保存任何内容。`;
}

/** How a problem is told. */
interface Telling {
  /** The option that excludes the others. */
  readonly none?: string | undefined;
  /** Whether ids stand before the words shown: for people who write files, not for those who are asked. */
  readonly ids: boolean;
}

/** One sentence that says what is wrong with an answer and what would do. */
export function describeAnswerProblem(problem: AnswerProblem, { none, ids }: Telling): string {
  const named = ids ? withId : ({ label }: Labelled) => label;
  const given = `“${problem.given}”`;
  const nearest = problem.nearest ? `您是不是想写 ${named(problem.nearest)}？` : '';
  const allowed = problem.allowed?.length ? `可以写：${problem.allowed.map(named).join('，')}。` : '';
  switch (problem.code) {
    case 'unknown-question':
      return `没有${given}这一题。${nearest}`;
    case 'unknown-option':
    case 'not-one-of':
      return `${given}不是这一题的选项。${nearest}${allowed}`;
    case 'no-unsure':
      return `这一题不能答“不清楚”。${allowed}`;
    case 'ambiguous-place':
      return `${given}不止一个地方，请写清楚是哪一个。${allowed}`;
    case 'unknown-place':
      return `没有找到叫${given}的市或省。${nearest || (allowed && `相近的有：${problem.allowed?.map(named).join('，')}。`) || '请写到市一级，如 湖南益阳。'}`;
    case 'invalid-date':
      return `${given}不是一个日期。请写成 2026-10-15 这样。`;
    case 'invalid-month':
      return `${given}不是一个年月。请写成 2026-10 这样。`;
    case 'invalid-number':
      return `${given}不是数字。请只写数字，如 3。`;
    case 'out-of-range':
      return `${given}超出了范围。请写${rangeWords(problem)}的数。`;
    case 'too-few':
      return `这一题至少要选一项。${allowed}`;
    case 'excludes-rest': {
      const alone = problem.allowed?.find(({ id }) => id === none)?.label ?? '都没有';
      return `选了“${alone}”就不能再选别的。`;
    }
    case 'wrong-type':
      return `${given}的写法不对。${allowed}`;
  }
}

function rangeWords({ min, max }: { min?: number; max?: number }): string {
  if (min !== undefined && max !== undefined) return ` ${min} 到 ${max} 之间`;
  return min !== undefined ? `不小于 ${min}` : `不大于 ${max}`;
}

function withId({ id, label }: Labelled): string {
  return id === label ? id : `${id}（${label}）`;
}

/** The first screen. */
export function openingLines(title: string, forWhom: string, isKept: boolean): string[] {
  return [title, `适合：${forWhom}`, PRIVACY, isKept ? KEPT : NOT_KEPT];
}

/** The words that do something in the plain interview. */
export function plainHints(question: PresentedQuestion, back: string | undefined): string {
  const how =
    question.type === 'multi' ? '写数字，几个就用逗号隔开' : question.options.length > 0 ? '写数字' : '写好';
  return `${how}，按回车。? 看说明${back === undefined ? '' : `，b ${back}`}，q 存好退出`;
}

/** The words that do something on the plain review page. */
export function plainReviewHints(canGoBack: boolean): string {
  return `直接按回车：${REVIEW_DONE}。写数字：改那一题。${canGoBack ? `b ${BACK_LABEL}，` : ''}q 存好退出`;
}

/** That an empty line takes what stands there. */
export function plainStartHint(start: string): string {
  return `直接按回车：${start}`;
}

export const plainConfirmHint = '写 y（是）或 n（否），直接按回车是否。';

export function isYes(line: string): boolean {
  return ['y', 'yes', YES_WORD, '是的', '好'].includes(line.toLowerCase());
}

/** Reads a date or month back in the plain interview. */
export function plainReadBack(said: string): string {
  return `读作 ${said}。对就按回车，不对就重写。`;
}

export function describeChoiceRange(count: number): string {
  return `请写 1 到 ${count} 的数字。`;
}
