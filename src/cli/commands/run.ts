import { advance } from '../../engine/advance.ts';
import { buildChecklist } from '../../engine/build-checklist.ts';
import { runInterview } from '../../interview/run-interview.ts';
import { CHOOSE_FLOW } from '../../interview/wording.ts';
import type { FlowStore } from '../../load/flow-store.ts';
import type { Answers } from '../../model/answers.ts';
import type { Flow } from '../../model/flow.ts';
import type { RunCommand } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { converse, type Face, planConversation } from '../conversation.ts';
import { MissingAnswersError, UsageError } from '../errors.ts';
import { findFlow, flowNames, openStore } from '../find-flow.ts';
import { type GivenAnswers, readGivenAnswers } from '../given-answers.ts';
import type { RunOptions } from '../options.ts';
import { planOutput } from '../plan-output.ts';
import { inUsualWords } from '../question-words.ts';
import { settleAnswers } from '../settle-answers.ts';
import { type UnusedAnswer, writeResult } from '../write-result.ts';

/** A flow, and what is known of the person so far. */
interface Matter {
  readonly flow: Flow;
  readonly answers: Answers;
}

/** `yibao [事项]`: from answers, given or asked for, to the checklist. */
export const runRun: RunCommand = async (context, [name], options: RunOptions) => {
  const plan = planOutput(context, options);
  const face = planConversation(context, options);
  const given = await readGivenAnswers(context, options);
  const store = await openStore(context, options.flows);
  const date = options.date ?? given.date ?? context.today;
  const named = name ?? given.flow;
  const start = named === undefined ? undefined : await openMatter(store, named, given, date);
  const { flow, answers } = await complete(context, store, start, { face, given, date });
  const checklist = buildChecklist(flow, answers, { date });
  const unused = unusedAnswers(flow, answers, date);
  await writeResult(context, plan, { checklist, unused, options });
};

async function openMatter(
  store: FlowStore,
  name: string,
  given: GivenAnswers,
  date: string,
): Promise<Matter> {
  const flow = await findFlow(store, name);
  if (given.flow !== undefined && given.flow !== flow.id) {
    throw new UsageError(`这份回答文件是 ${given.flow} 的，不是 ${flow.id}（${flow.title}）的。`);
  }
  return { flow, answers: settleAnswers(flow, given.entries, date) };
}

/** What is known already if it is enough; otherwise asks, or says what is missing. */
async function complete(
  context: CliContext,
  store: FlowStore,
  start: Matter | undefined,
  { face, given, date }: { face: Face | undefined; given: GivenAnswers; date: string },
): Promise<Matter> {
  const progress = start && advance(start.flow, start.answers, { date });
  if (start && !progress?.next) return start;
  if (face) return converseTo(context, store, start, { face, given, date });
  if (start) throw new MissingAnswersError(start.flow, inUsualWords(start.flow, progress?.certain ?? []));
  throw new UsageError(`请写明是哪件事项，如 yibao ${store.list()[0]?.id}。能办的有：${flowNames(store)}。`);
}

function converseTo(
  context: CliContext,
  store: FlowStore,
  start: Matter | undefined,
  { face, given, date }: { face: Face; given: GivenAnswers; date: string },
): Promise<Matter> {
  return converse(context, face, async (prompter) => {
    const choices = () =>
      store.list().map(({ id, title, forWhom }) => ({ value: id, label: title, note: forWhom }));
    const matter =
      start ?? (await openMatter(store, await prompter.choose(CHOOSE_FLOW, choices()), given, date));
    prompter.open(matter.flow.title, matter.flow.forWhom);
    const answers = await runInterview({ ...matter, date, prompter });
    // Where the checklist follows on the same screen, an empty line comes between.
    if (context.stdout.isTTY) context.stderr.write('\n');
    return { flow: matter.flow, answers };
  });
}

/** Answers that the path never asked for, in tree order. */
function unusedAnswers(flow: Flow, answers: Answers, date: string): UnusedAnswer[] {
  const asked = new Set(advance(flow, answers, { date }).asked.map(({ question }) => question));
  return Object.keys(flow.questions)
    .filter((id) => id in answers && !asked.has(id))
    .map((question) => ({ question, value: answers[question] ?? '' }));
}
