import { advance } from '../../engine/advance.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Condition } from '../../model/condition.ts';
import type { Flow, Question, QuestionType } from '../../model/flow.ts';
import { cleanDeep } from '../../render/clean-text.ts';
import { usualText } from '../../render/usual-text.ts';
import { type Entry, entrySection, exampleSection, textSection } from './sections.ts';

/** What a person looks up or calls to mind before they begin. */
const TO_KNOW: readonly QuestionType[] = ['place', 'date', 'month', 'number'];

/** The help of one procedure: what it is for, what it asks, what to have at hand, what to type. */
export function renderFlowHelp(flow: Flow, date: CalendarDate, width: number): string {
  const { id } = flow;
  // A flow of an outside folder may hold characters that act on a terminal.
  const { title, aliases, forWhom } = cleanDeep({
    title: flow.title,
    aliases: flow.aliases,
    forWhom: flow.forWhom,
  });
  const { remaining, certain } = advance(flow, {}, { date });
  const sure = certain.map((question) => question.id);
  const toKnow = Object.values(flow.questions).filter(
    (question) => TO_KNOW.includes(question.type) && !sure.includes(question.id),
  );
  const facts: Entry[] = [
    ['给谁用', forWhom],
    ...(aliases.length > 0 ? [['也叫', aliases.join('、')] as const] : []),
    ['要答几题', countWords(remaining)],
    ['核对', `${flow.reviewed} 对着文件核对过，下一次不晚于 ${flow.reviewBy}`],
  ];
  const lines = [
    `用法：yibao ${id} [选项]`,
    '',
    title,
    ...entrySection('这件事', facts, width),
    ...textSection(
      '都会问到',
      sure.map((question) => askOf(flow, flow.questions[question])),
      width,
    ),
    ...textSection(
      '先想好或查好（问到才用）',
      toKnow.map((question) => askOf(flow, question)),
      width,
    ),
    ...textSection('要带的', papersOfAll(flow), width),
    ...exampleSection('例子', examplesOf(flow, sure), width),
    '',
    `全部题目和选项：yibao questions ${id}`,
    '全部选项：yibao help run',
  ];
  return `${lines.join('\n')}\n`;
}

function countWords([fewest, most]: readonly [number, number]): string {
  return fewest === most ? `${fewest} 题` : `最少 ${fewest} 题，最多 ${most} 题`;
}

function askOf(flow: Flow, question: Question | undefined): string {
  return question ? usualText(flow, question.ask) : '';
}

/** Papers that everyone needs whose way leads on, whatever they answer. */
function papersOfAll(flow: Flow): string[] {
  const goOn = Object.values(flow.outcomes).flatMap(({ id, verdict }) => (verdict === 'proceed' ? id : []));
  const papers = flow.items.filter(
    (item) =>
      item.kind === 'material' &&
      item.inCase === undefined &&
      !item.optional &&
      goOn.length > 0 &&
      isForAll(item.when, goOn),
  );
  const named = [...new Set(papers.map(({ title }) => usualText(flow, title)))];
  return [...named, `${named.length > 0 ? '别的' : ''}看您的情况，答完都写在清单上。`];
}

function isForAll(condition: Condition, outcomes: readonly string[]): boolean {
  if (condition.kind === 'all') return condition.of.every((one) => isForAll(one, outcomes));
  return condition.kind === 'outcome' && outcomes.every((id) => condition.in.includes(id));
}

function examplesOf(flow: Flow, certain: readonly string[]): Entry[] {
  const { id } = flow;
  const question = certain.map((one) => flow.questions[one]).find((one) => (one?.options.length ?? 0) > 0);
  const option = question?.options[0]?.id;
  return [
    [`yibao ${id}`, '一题一题地答'],
    ...(question && option
      ? [[`yibao ${id} -a ${question.id}=${option}`, '先答好一题，余下的再问'] as const]
      : []),
    [`yibao questions ${id} > 回答.yaml`, '拿一份空的回答文件，填好它'],
    [`yibao ${id} --answers 回答.yaml -o 清单.pdf`, '再照它出清单'],
  ];
}
