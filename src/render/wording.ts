import type {
  Checklist,
  ChecklistItem,
  CitedSource,
  GivenAnswer,
  ListedSource,
  Reason,
} from '../model/checklist.ts';
import type { Actor, Duration, ResolvedDeadline, TimeSpan } from '../model/deadline.ts';
import type { ItemKind, Verdict } from '../model/flow.ts';
import type { Grade } from '../model/source.ts';

/** What the person is told first. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  proceed: '照下面办',
  'not-needed': '不用办',
  'not-eligible': '办不了',
  elsewhere: '该办别的',
  'ask-first': '先问清楚',
};

/** Stands before a verdict. Never needed for its meaning. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  proceed: '✔',
  'not-needed': '✔',
  'not-eligible': '⚠',
  elsewhere: '❯',
  'ask-first': '⚠',
};

/** The signs of a list. */
export const SIGNS = { box: '☐', warning: '⚠', dash: '-' } as const;

/** The parts of a checklist, by the order in which they are printed. */
export const SECTION_TITLES = {
  materials: '要准备的材料',
  steps: '要做的事',
  'not-needed': '不需要的',
  warnings: '特别提醒',
  notes: '您还要知道',
  unsettled: '还没弄清的事',
  terms: '名词',
  answers: '您的回答',
  sources: '依据',
} as const;

export type SectionId = keyof typeof SECTION_TITLES;

/** Who does a step or must keep a deadline. */
export const ACTOR_WORDS: Readonly<Record<Actor, string>> = {
  you: '您',
  family: '家人',
  employer: '单位',
  office: '经办机构',
  hospital: '医院',
  tax: '税务',
};

/** How far a source has been checked. */
const GRADE_WORDS: Readonly<Record<Grade, string>> = {
  A: 'A 见过官方原文',
  B: 'B 二手材料',
  C: 'C 待核实',
};

/** Marks on a line, in full-width brackets so that they stand out without colour. */
export const TAGS = {
  possible: '【可能需要】',
  possibleWarning: '【可能适用】',
  optional: '【可办可不办】',
  optionalMaterial: '【可带可不带】',
  verify: '【待核实】',
} as const;

/** Labels that stand before a value. */
export const LABELS = {
  who: '谁办：',
  takes: '多久：',
  by: '期限：',
  oneOf: '任选一样',
  hangsOn: '取决于：',
  findOut: '怎样弄清：',
  otherwise: '弄清后可能变成：',
  grounds: '依据：',
  possibleSubStep: '可能需要：',
} as const;

/** 异地就医备案办事清单. */
export const documentTitle = (flowTitle: string): string => `${flowTitle}办事清单`;

/** 2026年11月22日, 2027年1月; without the year where it is the year of `near`. */
export function formatDate(date: string, near = ''): string {
  const [year = '', month = '', day] = date.split('-');
  const ofYear = near.startsWith(`${year}-`) ? '' : `${year}年`;
  return `${ofYear}${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`;
}

/** The line below the title. */
export const datesLine = (checklist: Checklist): string =>
  `按 ${formatDate(checklist.date)}的规定列出；内容最近核对：${formatDate(checklist.flow.reviewed)}`;

const UNIT_WORDS = { 'working-days': '个工作日', days: '天', months: '个月' } as const;

/** 2 个工作日, 1–5 个工作日. */
function formatLength({ count, unit }: TimeSpan): string {
  const number = typeof count === 'number' ? String(count) : `${count[0]}–${count[1]}`;
  return `${number} ${UNIT_WORDS[unit]}`;
}

function formatSpan(span: TimeSpan, who: Actor): string {
  const keeper = span.keeper === who ? '' : ACTOR_WORDS[span.keeper];
  const ending = typeof span.count === 'number' ? '内' : '';
  return keeper ? `${keeper} ${formatLength(span)}${ending}办完` : `${formatLength(span)}${ending}`;
}

/** One span after another: 先 10 个工作日，再 5 个工作日. */
function formatChain(spans: readonly TimeSpan[], who: Actor): string {
  const parts = spans.map((span, index) => {
    const before = spans[index - 1]?.keeper ?? who;
    const keeper = span.keeper === before ? '' : `${ACTOR_WORDS[span.keeper]} `;
    return `${index === 0 ? '先' : '再'}${keeper || ' '}${formatLength(span)}`;
  });
  return parts.join('，');
}

/** How long a step takes, done by `who`: 当场办结, 经办机构 2 个工作日内办完（从提交起算）. */
export function formatDuration(takes: Duration, who: Actor): string {
  if (takes === 'at-once') return '当场办结';
  const [first] = takes;
  if (!first) return '';
  const length = takes.length === 1 ? formatSpan(first, who) : formatChain(takes, who);
  return first.countedFrom ? `${length}（从${first.countedFrom}起算）` : length;
}

function formatLimits({ earliest, latest, missingYears }: ResolvedDeadline, today: string): string {
  const last = `最迟 ${formatDate(latest, today)}`;
  if (earliest === latest) return last;
  const why = missingYears.length > 0 ? `，因为 ${missingYears.join('、')} 年放假安排还没公布` : '';
  return `最早 ${formatDate(earliest, today)}，${last}${why}`;
}

/** 最迟 2027年1月; 最迟 3月5日，已过; 如果今天提交，最迟 12月11日. */
export function formatDeadline(deadline: ResolvedDeadline, today: string): string {
  const limits = formatLimits(deadline, today) + (deadline.past ? '，已过' : '');
  if (deadline.basis === 'asked') return limits;
  return `如果今天${deadline.rule[0]?.countedFrom ?? '办'}，${limits}`;
}

/** A step's own deadline, with who must keep it where that is not who does the step. */
export function formatStepDeadline(deadline: ResolvedDeadline, who: Actor, today: string): string {
  const keeper = deadline.keeper === who ? '' : `${ACTOR_WORDS[deadline.keeper]}`;
  return keeper + formatDeadline(deadline, today);
}

/** 原件，2 份. */
export function formatCopies({ form, copies }: ChecklistItem): string {
  return [form, copies === undefined ? undefined : `${copies} 份`].filter(Boolean).join('，');
}

/** Where a local line comes from. Nothing that is not verified is called a rule. */
export const placeRule = (place: string, isUnverified: boolean): string =>
  isUnverified ? `${place}的说法` : `${place}规定`;

/** A national line that rests on local papers alone. */
export const accordingTo = (places: readonly string[]): string => `据${places.join('、')}规定，本地请核对`;

/** A question and its answer, read as talk: 有居住证明吗？没有. */
export function formatAnswer(ask: string, answer: string): string {
  return /[？?：:。！]$/.test(ask) ? `${ask}${answer}` : `${ask}：${answer}`;
}

/** What was answered, and what 不清楚 counted as. */
export function formatGivenAnswer({ ask, label, treatedAs, findOut }: GivenAnswer): string {
  const taken = treatedAs ? `，按“${treatedAs.label}”算` : '';
  const how = findOut ? `；${LABELS.findOut}${findOut}` : '';
  return formatAnswer(ask, label) + taken + how;
}

const WITHOUT_REASON: Readonly<Record<ItemKind, string>> = {
  step: '办这件事的人都要做',
  material: '办这件事的人都要准备',
  'not-needed': '办这件事的人都不需要',
  warning: '办这件事的人都要注意',
  note: '办这件事的人都适用',
};

function formatReasons(because: readonly Reason[], asks: ReadonlyMap<string, string>): string {
  const answers = because.filter((reason) => reason.question !== undefined);
  const facts = because.filter((reason) => reason.question === undefined);
  const answered = answers.map(({ question = '', label }) => formatAnswer(asks.get(question) ?? '', label));
  return [
    ...(answers.length > 0 ? [`因为您答了：${answered.join('；')}`] : []),
    ...facts.map(({ place = '', label }) => `因为${place}：${label}`),
  ].join('；');
}

/** Why a line is on the list; empty for a possible line, which says what it hangs on instead. */
export function formatWhy(item: ChecklistItem, asks: ReadonlyMap<string, string>): string {
  if (item.because.length > 0) return formatReasons(item.because, asks);
  return item.status === 'possible' ? '' : WITHOUT_REASON[item.kind];
}

/** The exact places in the documents: 依据：医保发〔2022〕22号 规程第八条. */
export const formatGrounds = (cited: readonly CitedSource[]): string =>
  cited.length > 0
    ? `${LABELS.grounds}${cited.map(({ cite, grade }) => `${cite}（${grade}）`).join('；')}`
    : '';

/** Why the path ended where it did; empty where no answer decided it. */
export function formatOutcomeWhy(because: readonly Reason[], asks: ReadonlyMap<string, string>): string {
  return formatReasons(because, asks);
}

/** Another procedure that goes on from here. */
export const handOverSentence = (title: string, id: string): string => `接着可以办：${title}（yibao ${id}）`;

/** Another procedure that tells more about a step. */
export const seeSentence = (title: string, id: string): string => `另见：${title}（yibao ${id}）`;

/** The heading of what is needed in one case only: 请人代办时. */
export const inCaseTitle = (inCase: string): string => `${inCase.replace(/[：:]$/, '')}：`;

/** 统筹区：同一个医保“锅”. */
export const explainTerm = (term: string, means: string): string => `${term}：${means}`;

/** How far local rules are in this list. Nothing where no place was asked. */
export function localStatusSentence({ level, place, hotline }: Checklist['localStatus']): string | undefined {
  if (level === 'none') return undefined;
  if (level === 'nation') return `本地规定未核对，以下按全国规定，请打 ${hotline} 核实。`;
  const wholeCity = level === 'city' || place?.endsWith('市');
  const rest = wholeCity ? '。' : `；您所在市自己的规定未核对，请打 ${hotline} 核实。`;
  return `以下含${place ?? '本地'}的规定${rest}`;
}

/** For lines marked 待核实. */
export const verifySentence = (hotline: string): string =>
  `标有${TAGS.verify}的，还没有见到官方文件，办之前请打 ${hotline} 问清楚。`;

/** The last line. */
export const hotlineSentence = (hotline: string): string => `有拿不准的，请打医保服务热线 ${hotline}。`;

/** Title and number of a source as cited; the title is put in 《》 if it is not. */
export const sourceTitle = ({ title, cite }: ListedSource): string =>
  `${title.includes('《') ? title : `《${title}》`}${cite === title ? '' : ` ${cite}`}`;

/** Who issued a source, how far it was checked and when, and from when it is in force. */
export function sourceStanding(source: ListedSource): string {
  const from = source.inForceFrom ? `；自${formatDate(source.inForceFrom)}起施行` : '';
  return `${source.issuer}；${GRADE_WORDS[source.grade]}，${formatDate(source.seen)}看过${from}`;
}

const CHINESE_DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** 一、要准备的材料. There are never more than nine sections. */
export const sectionHeading = (number: number, title: string): string =>
  `${CHINESE_DIGITS[number] ?? number}、${title}`;
