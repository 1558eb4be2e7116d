import { InterviewCancelled } from '../interview/cancelled.ts';
import type { Choice } from '../interview/prompter.ts';
import type { Answers } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import { addToCalendar, printOut, saveAsFile } from './end-actions.ts';
import { CouldNotFinishError, UsageError } from './errors.ts';
import type { Session } from './hold-interview.ts';

/** What a person does after the checklist. */
export type WhatNext =
  | { readonly kind: 'end' }
  /** Changes an answer and looks again. */
  | { readonly kind: 'again' }
  | { readonly kind: 'next'; readonly flow: string; readonly answers: Answers };

type Action = (session: Session, checklist: Checklist) => Promise<void>;

const ACTIONS: Readonly<Record<string, Action>> = {
  save: saveAsFile,
  print: printOut,
  calendar: addToCalendar,
};

/** Where the checklist stands on the screen, asks what comes next until that is something else. */
export async function askWhatNext(session: Session, checklist: Checklist): Promise<WhatNext> {
  const { context, plan } = session;
  const isOnScreen = context.stdout.isTTY && plan.toStdout && plan.format !== 'json';
  if (!isOnScreen) return { kind: 'end' };
  const next = nextFlow(session, checklist);
  let start = next ? 'next' : 'end';
  for (;;) {
    const chosen = await chooseOrEnd(session, menu(next?.title), start);
    const action = ACTIONS[chosen];
    if (!action) return chosen === 'next' && next ? next : { kind: chosen === 'again' ? 'again' : 'end' };
    await attempt(session, () => action(session, checklist));
    start = 'end';
  }
}

/** A pipe that held all answers and no more has come to its end, and so has the conversation. */
async function chooseOrEnd(
  { context, prompter }: Session,
  choices: readonly Choice[],
  start: string,
): Promise<string> {
  try {
    return await prompter.choose('接下来做什么？', choices, start);
  } catch (error) {
    const isOver = error instanceof InterviewCancelled && error.reason === 'end-of-input';
    if (isOver && !context.stdin.isTTY) return 'end';
    throw error;
  }
}

function menu(next: string | undefined): Choice[] {
  return [
    { value: 'save', label: '保存成文件', note: 'PDF、网页、文字都行，看文件名的后缀。' },
    { value: 'print', label: '打印' },
    { value: 'calendar', label: '加到日历', note: '时限和等结果的日子，到时候提醒。' },
    { value: 'again', label: '换个答案再看' },
    ...(next === undefined ? [] : [{ value: 'next', label: `继续办下一件事：${next}` }]),
    { value: 'end', label: '结束' },
  ];
}

/** The matter that goes on from here, where there is such a flow. */
function nextFlow({ store }: Session, { outcome }: Checklist) {
  const { handOver } = outcome;
  const flow = store.list().find(({ id }) => id === handOver?.to);
  if (!handOver || !flow) return undefined;
  return { kind: 'next', flow: flow.id, title: flow.title, answers: handOver.answers } as const;
}

/** What goes wrong here is told, and the menu comes again. */
async function attempt({ prompter }: Session, action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof CouldNotFinishError)) throw error;
    prompter.tell(error.message);
  }
}
