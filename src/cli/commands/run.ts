import { CHOOSE_FLOW } from '../../interview/wording.ts';
import type { FlowStore } from '../../load/flow-store.ts';
import type { RunCommand } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { converse, type Face, planConversation, tellWhyNotAsked } from '../conversation.ts';
import { UsageError } from '../errors.ts';
import { findFlow, flowNames, openStore } from '../find-flow.ts';
import { finishAnswers } from '../finish-answers.ts';
import { followHandOvers, sortEntries } from '../follow.ts';
import { type GivenAnswers, readGivenAnswers, refuseOtherFlow } from '../given-answers.ts';
import type { Matter } from '../hold-interview.ts';
import type { RunOptions } from '../options.ts';
import { type OutputPlan, planOutput } from '../plan-output.ts';
import { settleAnswers } from '../settle-answers.ts';
import { tellDate, tellGiven } from '../tell-details.ts';
import { writeFollowed } from '../write-followed.ts';
import { writeResult } from '../write-result.ts';

/** `yibao [事项]`: from answers, given or asked for, to the checklist. */
export const runRun: RunCommand = async (context, [name], options: RunOptions) => {
  const plan = await planOutput(context, options);
  const face = planConversation(context, options);
  const given = await readGivenAnswers(context, options);
  const store = await openStore(context, options.flows, { freeze: false });
  refuseIdle(store, given, options);
  const namedDate = options.date ?? given.date;
  const date = namedDate ?? context.today;
  tellDate(context, date, options.date !== undefined);
  const named = name ?? given.flow;
  const start = named === undefined ? undefined : await openMatter(context, store, named, { given, date });
  const finished = start && finishAnswers(start.flow, start, date);
  if (finished && 'checklist' in finished) {
    const result = { ...finished, options };
    if (!options.follow) return writeResult(context, plan, result);
    const results = await followHandOvers(store, result, sortEntries(store, given.entries).later);
    return writeFollowed(context, plan, results, options);
  }
  if (face) return talk(context, { face, store, start, given, namedDate, plan, options });
  if (plan.format !== 'json') tellWhyNotAsked(context, options);
  if (finished) throw finished.missing;
  throw new UsageError(`请写明是哪件事项，如 yibao ${store.list()[0]?.id}。能办的有：${flowNames(store)}。`);
};

/** Answers for a procedure that the run will not come to would be lost without a word. */
function refuseIdle(store: FlowStore, given: GivenAnswers, options: RunOptions): void {
  if (options.follow && options.saveAnswers !== undefined) {
    throw new UsageError('--follow 和 --save-answers 不能一起用：存下来的只能是一件事项的回答。请去掉一个。');
  }
  const [later] = sortEntries(store, given.entries).later;
  if (!later || options.follow) return;
  throw new UsageError(`${later.key} 是接着要办的事项的回答，要加上 --follow 才用得上。`);
}

async function openMatter(
  context: CliContext,
  store: FlowStore,
  name: string,
  { given, date }: { readonly given: GivenAnswers; readonly date: string },
): Promise<Matter> {
  const flow = await findFlow(store, name);
  refuseOtherFlow(given, flow);
  const { own } = sortEntries(store, given.entries);
  const { answers, ...notes } = settleAnswers(flow, own, date);
  tellGiven(context, flow, own, answers);
  return { flow, answers, notes, fixed: Object.keys(answers) };
}

/** What is known before anybody is asked. */
interface Talk {
  readonly face: Face;
  readonly store: FlowStore;
  readonly start: Matter | undefined;
  readonly given: GivenAnswers;
  readonly namedDate: string | undefined;
  readonly plan: OutputPlan;
  readonly options: RunOptions;
}

function talk(context: CliContext, known: Talk): Promise<void> {
  const { face, store, start, given, namedDate, plan, options } = known;
  const date = namedDate ?? context.today;
  return converse(context, face, async (prompter) => {
    const { holdInterview } = await import('../hold-interview.ts');
    const choices = store
      .list()
      .map(({ id, title, forWhom }) => ({ value: id, label: title, note: forWhom }));
    const matter =
      start ??
      (await openMatter(context, store, await prompter.choose(CHOOSE_FLOW, choices), { given, date }));
    const isDateNamed = namedDate !== undefined;
    await holdInterview({ context, prompter, store, plan, options, date, isDateNamed }, matter);
  });
}
