import { resolve } from 'node:path';
import { buildChecklist } from '../engine/build-checklist.ts';
import type { ProgressFile } from '../interview/progress-folder.ts';
import type { Prompter } from '../interview/prompter.ts';
import { restoreAnswers } from '../interview/restore-answers.ts';
import { runInterview } from '../interview/run-interview.ts';
import { printOf } from '../interview/saved-interview.ts';
import type { FlowStore } from '../load/flow-store.ts';
import type { Answers } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import type { AnswerNotes } from './answer-notes.ts';
import type { CliContext } from './context.ts';
import { askWhatNext } from './end-menu.ts';
import type { RunOptions } from './options.ts';
import type { OutputPlan } from './plan-output.ts';
import {
  createKeeper,
  leavingAs,
  NOWHERE_TO_KEEP,
  type ProgressKeeper,
  STILL_KEPT,
} from './progress-keeper.ts';
import { tellAsked } from './tell-details.ts';
import { unusedAnswers } from './unused-answers.ts';
import { writeResult } from './write-result.ts';

/** What all interviews of one run share. */
export interface Session {
  readonly context: CliContext;
  readonly prompter: Prompter;
  readonly store: FlowStore;
  readonly plan: OutputPlan;
  readonly options: RunOptions;
  /** The day whose rules count: today, or the one that was named. */
  readonly date: string;
  readonly isDateNamed: boolean;
}

/** A flow, and what is known of the person so far. */
export interface Matter {
  readonly flow: Flow;
  readonly answers: Answers;
  /** Questions answered on the command line. */
  readonly fixed?: readonly string[];
  /** What there is to tell of how they were written. */
  readonly notes?: AnswerNotes;
  /** Questions whose answers another matter brought along. */
  readonly carried?: readonly string[];
  /** The file of an interview that goes on. */
  readonly file?: ProgressFile;
}

/** Interviews, checklists and what comes after them, one matter after another, until the person has done. */
export async function holdInterview(session: Session, first: Matter): Promise<void> {
  let matter: Matter | undefined = first;
  while (matter) matter = await holdOne(session, matter);
}

/** One matter; gives the next one, where a person goes on to it. */
async function holdOne(session: Session, matter: Matter): Promise<Matter | undefined> {
  const { context, prompter, options } = session;
  const folder = options.save === false ? undefined : await context.openProgress();
  const isKept = folder !== undefined;
  const keeper = createKeeper({
    ...(folder ? { folder } : {}),
    ...(matter.file ? { file: matter.file } : {}),
    tell: (sentence) => prompter.tell(sentence),
  });
  await leavingAs(keeper.state, () => prompter.open(matter.flow.title, matter.flow.forWhom, isKept));
  if (options.save !== false && !folder) prompter.tell(NOWHERE_TO_KEEP);
  let { answers } = matter;
  for (;;) {
    const before = answers;
    answers = await leavingAs(keeper.state, () => interview(session, matter, keeper, before));
    tellAsked(context, answers, before);
    const checklist = await showResult(session, matter, answers).catch((error: unknown) => {
      if (keeper.state() === 'kept') prompter.tell(STILL_KEPT);
      throw error;
    });
    await keeper.finish();
    const next = await leavingAs(
      () => 'finished',
      () => askWhatNext(session, checklist),
    );
    if (next.kind === 'end') return undefined;
    if (next.kind === 'next') return nextMatter(session, next.flow, next.answers);
  }
}

function interview(
  { context, prompter, options, date, isDateNamed }: Session,
  { flow, fixed = [], carried = [] }: Matter,
  keeper: ProgressKeeper,
  answers: Answers,
): Promise<Answers> {
  const saved = {
    flow: flow.id,
    print: printOf(flow),
    ...(isDateNamed ? { date } : {}),
    ...(options.flows === undefined ? {} : { flows: resolve(options.flows) }),
    ...(carried.length > 0 ? { carried } : {}),
  };
  return runInterview({
    flow,
    answers,
    date,
    prompter,
    fixed,
    carried,
    districts: () => context.readDistricts(),
    keep: (given) => keeper.keep({ ...saved, answers: given }),
  });
}

async function showResult(
  { context, plan, options, date }: Session,
  { flow, answers: known, fixed = [], notes }: Matter,
  answers: Answers,
): Promise<Checklist> {
  // Where the checklist follows on the same screen, an empty line comes between.
  if (context.stdout.isTTY) context.stderr.write('\n');
  const checklist = buildChecklist(flow, answers, { date });
  const given = Object.fromEntries(Object.entries(known).filter(([id]) => fixed.includes(id)));
  const unused = unusedAnswers(flow, given, checklist);
  await writeResult(context, plan, { checklist, unused, notes, options });
  return checklist;
}

async function nextMatter({ store, date }: Session, id: string, crossing: Answers): Promise<Matter> {
  const flow = await store.get(id);
  const { answers } = restoreAnswers(flow, crossing, date);
  return { flow, answers, carried: Object.keys(answers) };
}
