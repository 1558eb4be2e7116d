import type { KeptInterview, ProgressFolder } from '../../interview/progress-folder.ts';
import type { Choice, Prompter } from '../../interview/prompter.ts';
import { restoreAnswers } from '../../interview/restore-answers.ts';
import { printOf } from '../../interview/saved-interview.ts';
import type { FlowStore } from '../../load/flow-store.ts';
import type { Flow } from '../../model/flow.ts';
import type { RunCommand } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { converse, planConversation } from '../conversation.ts';
import { CouldNotFinishError, describeSystemError, UsageError } from '../errors.ts';
import { openStore } from '../find-flow.ts';
import type { ResumeOptions } from '../options.ts';
import { type OutputPlan, planOutput } from '../plan-output.ts';
import { minuteInChina } from '../process-context.ts';
import { leavingAs } from '../progress-keeper.ts';
import { safeText } from '../safe-text.ts';

const NOTHING_KEPT = '没有存着的问答。开始一件事请写：yibao';

/** `yibao resume`: lists interviews that were left, and goes on with one. */
export const runResume: RunCommand = async (context, _args, options: ResumeOptions) => {
  const folder = await context.openProgress();
  if (!folder) return void context.stdout.write(`${NOTHING_KEPT}\n`);
  if (options.forget) return forgetAll(context, folder);
  const plan = await planOutput(context, options);
  const face = planConversation(context, options);
  await folder.purge();
  const { kept, damaged, newer } = await folder.list().catch((error: unknown) => {
    throw new CouldNotFinishError(`读不了 ${folder.path}：${describeSystemError(error)}。`);
  });
  tellUnusable(context, damaged, newer);
  if (kept.length === 0) return void context.stdout.write(`${NOTHING_KEPT}\n`);
  const choices = await describeKept(context, kept);
  if (!face) {
    return void context.stdout.write(choices.map(({ label }) => `${safeText(label)}\n`).join(''));
  }
  await converse(context, face, async (prompter) => {
    const chosen = await leavingAs(
      () => 'kept',
      () => chooseKept(prompter, kept, choices),
    );
    await goOn(context, { prompter, folder, plan, options }, chosen);
  });
};

async function forgetAll({ stdout }: CliContext, folder: ProgressFolder): Promise<void> {
  const count = await folder.forget().catch((error: unknown) => {
    throw new CouldNotFinishError(`${folder.path} 里存着的问答删不掉：${describeSystemError(error)}。`);
  });
  stdout.write(count === 0 ? `${NOTHING_KEPT}\n` : `存着的 ${count} 份问答都删掉了。\n`);
}

function tellUnusable({ say }: CliContext, damaged: number, newer: number): void {
  if (damaged > 0) say.note(`有 ${damaged} 份存着的问答坏了，读不出来，跳过了。`);
  if (newer > 0) say.note(`有 ${newer} 份问答是更新版本的 yibao 存的，跳过了。请先升级 yibao。`);
}

async function describeKept(context: CliContext, kept: readonly KeptInterview[]): Promise<Choice[]> {
  const titles = new Map((await context.openFlows()).list().map(({ id, title }) => [id, title]));
  return kept.map(({ file, saved, writtenAt }) => {
    const title = (saved.flows === undefined && titles.get(saved.flow)) || saved.flow;
    const count = Object.keys(saved.answers).length;
    return { value: file, label: `${title}，答了 ${count} 题，${minuteInChina(writtenAt)}` };
  });
}

async function chooseKept(
  prompter: Prompter,
  kept: readonly KeptInterview[],
  choices: readonly Choice[],
): Promise<KeptInterview> {
  const [first] = kept;
  if (!first) throw new Error('nothing to choose from');
  if (kept.length > 1) {
    const file = await prompter.choose('接着答哪一份？', choices);
    return kept.find((one) => one.file === file) ?? first;
  }
  prompter.tell(`接着答：${choices[0]?.label}`);
  return first;
}

/** What an interview goes on with. */
interface Surroundings {
  readonly prompter: Prompter;
  readonly folder: ProgressFolder;
  readonly plan: OutputPlan;
  readonly options: ResumeOptions;
}

async function goOn(
  context: CliContext,
  { prompter, folder, plan, options }: Surroundings,
  kept: KeptInterview,
): Promise<void> {
  const { saved } = kept;
  const store = await openStore(context, saved.flows);
  const flow = await findAgain(store, saved.flow);
  const file = await folder.claim(kept);
  if (!file)
    throw new UsageError('这份问答刚刚在别的窗口里接着答了。请在那个窗口里答完，或者写 yibao 另答一份。');
  const date = saved.date ?? context.today;
  const { answers, lost } = restoreAnswers(flow, saved.answers, date);
  if (printOf(flow) !== saved.print) prompter.tell(changedSentence(lost));
  const { holdInterview } = await import('../hold-interview.ts');
  const session = { context, prompter, store, plan, date, isDateNamed: saved.date !== undefined };
  const own = saved.flows === undefined ? options : { ...options, flows: saved.flows };
  await holdInterview({ ...session, options: own }, { flow, answers, carried: saved.carried ?? [], file });
}

async function findAgain(store: FlowStore, id: string): Promise<Flow> {
  if (store.list().some((flow) => flow.id === id)) return store.get(id);
  throw new UsageError(`现在没有 ${id} 这件事项了，这份问答接不上。要删掉它，请写：yibao resume --forget`);
}

function changedSentence(lost: number): string {
  const again = lost > 0 ? `有 ${lost} 个回答用不上了，要问的会再问。` : '您的回答都还用得上。';
  return `这件事的题目在那以后改过，按新的接着问。${again}`;
}
