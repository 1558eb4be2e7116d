import type { Checklist } from '../model/checklist.ts';
import type { Format } from '../render/format-names.ts';
import { checklistDocument, formatJson } from '../render/json.ts';
import { RenderError } from '../render/render-error.ts';
import type { Rendered, RenderOptions } from '../render/renderer.ts';
import { type AnswerNotes, describeNotes, type UnusedAnswer } from './answer-notes.ts';
import { type CliContext, columnsOf } from './context.ts';
import { UsageError } from './errors.ts';
import type { RunOptions } from './options.ts';
import { writeAtomically } from './output-file.ts';
import type { OutputPlan } from './plan-output.ts';
import { renderAnswersFile } from './save-answers.ts';
import { tellChecklist, tellWritten } from './tell-details.ts';

const NO_NOTES: AnswerNotes = { renamed: [], gone: [] };

/** A finished run. */
export interface RunResult {
  readonly checklist: Checklist;
  readonly unused: readonly UnusedAnswer[];
  readonly notes?: AnswerNotes | undefined;
  readonly options: Pick<RunOptions, 'why' | 'large' | 'font'>;
}

/** Writes the checklist where it was wanted, then tells on stderr what else there is to know. */
export async function writeResult(context: CliContext, plan: OutputPlan, result: RunResult): Promise<void> {
  tellChecklist(context, result.checklist);
  const { written, failure } = await writeFiles(context, plan, result);
  if (plan.saveAnswers !== undefined) {
    await writeAtomically(plan.saveAnswers, renderAnswersFile(result.checklist, plan.saveAnswers));
  }
  // A script that reads stdout finds nothing there after an error; a person still gets to see the list.
  if (plan.toStdout && (!failure || context.stdout.isTTY)) {
    context.stdout.write(await renderResult(context, plan.format, result));
  }
  // With -f json what there is to say is in the document.
  if (plan.format !== 'json') tell(context, plan, result, written);
  if (failure) throw failure;
}

/** A file that cannot be made in its format does not keep the others from being written. */
async function writeFiles(
  context: CliContext,
  { files }: OutputPlan,
  result: RunResult,
): Promise<{ written: readonly string[]; failure?: UsageError }> {
  const written: string[] = [];
  let failure: UsageError | undefined;
  for (const { path, format } of files) {
    try {
      const content = await renderResult(context, format, result);
      await writeAtomically(path, content);
      tellWritten(context, path, content);
      written.push(path);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      failure ??= new UsageError(`没有写 ${path}。${error.message}`, { code: error.code });
    }
  }
  return failure ? { written, failure } : { written };
}

/** What there is to say of the answers, as lines on stderr. */
export function tellOfAnswers({ say }: Pick<CliContext, 'say'>, { notes, unused }: RunResult): void {
  for (const line of describeNotes(notes ?? NO_NOTES)) say.note(line);
  for (const { question } of unused) say.note(`提示：这次没有问到 ${question}，给它的回答没有用上。`);
}

function tell(context: CliContext, plan: OutputPlan, result: RunResult, written: readonly string[]): void {
  tellOfAnswers(context, result);
  for (const path of written) context.say.note(`清单已写入 ${path}`);
  if (plan.saveAnswers !== undefined) context.say.note(`回答已写入 ${plan.saveAnswers}`);
}

/** The JSON document of a run: the checklist, and what there is to say of the answers. */
export function resultDocument({
  checklist,
  unused,
  notes: { renamed, gone } = NO_NOTES,
}: Pick<RunResult, 'checklist' | 'unused' | 'notes'>) {
  return { ...checklistDocument(checklist), unused, renamed, gone };
}

/** The checklist in a format; what a format cannot do is a `UsageError`. */
export async function renderResult(
  context: CliContext,
  format: Format,
  result: RunResult,
): Promise<Rendered> {
  const { checklist, options } = result;
  if (format === 'json') return `${formatJson(resultDocument(result))}\n`;
  const font = async () => {
    const { readFont } = await import('./font-file.ts');
    return readFont(context, options.font);
  };
  const told = { why: options.why, large: options.large, font };
  try {
    const { RENDERERS } = await import('../render/formats.ts');
    return await RENDERERS[format].render(checklist, {
      ...told,
      ...(await terminalOptions(context, format)),
    });
  } catch (error) {
    if (error instanceof RenderError) throw new UsageError(error.message, { code: error.code });
    throw error;
  }
}

async function terminalOptions({ stdout, env }: CliContext, format: Format): Promise<RenderOptions> {
  if (format !== 'terminal') return {};
  const { createStyle } = await import('./theme.ts');
  return { width: columnsOf(stdout), style: createStyle(stdout, env) };
}
