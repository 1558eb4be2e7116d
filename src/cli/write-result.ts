import type { AnswerValue } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import { type Format, RENDERERS, type Rendered } from '../render/formats.ts';
import { checklistDocument, formatJson } from '../render/json.ts';
import { type CliContext, columnsOf } from './context.ts';
import { writeAtomically } from './output-file.ts';
import type { OutputPlan } from './plan-output.ts';
import { renderAnswersFile } from './save-answers.ts';

/** An answer that was given but that the path did not ask for. */
export interface UnusedAnswer {
  readonly question: string;
  readonly value: AnswerValue;
}

/** A finished run. */
export interface RunResult {
  readonly checklist: Checklist;
  readonly unused: readonly UnusedAnswer[];
  readonly why: boolean;
}

/** Writes the checklist where it was wanted, then tells on stderr what else there is to know. */
export async function writeResult(context: CliContext, plan: OutputPlan, result: RunResult): Promise<void> {
  const { stdout, stderr } = context;
  for (const { path, format } of plan.files)
    await writeAtomically(path, await render(context, format, result));
  if (plan.saveAnswers !== undefined) {
    await writeAtomically(plan.saveAnswers, renderAnswersFile(result.checklist, plan.saveAnswers));
  }
  if (plan.files.length === 0) stdout.write(await render(context, plan.format, result));
  // With -f json what there is to say is in the document.
  if (plan.format === 'json') return;
  for (const { question } of result.unused)
    stderr.write(`提示：这次没有问到 ${question}，给它的回答没有用上。\n`);
  for (const { path } of plan.files) stderr.write(`清单已写入 ${path}\n`);
  if (plan.saveAnswers !== undefined) stderr.write(`回答已写入 ${plan.saveAnswers}\n`);
}

async function render(context: CliContext, format: Format, result: RunResult): Promise<Rendered> {
  const { checklist, unused, why } = result;
  if (format === 'json') return `${formatJson({ ...checklistDocument(checklist), unused })}\n`;
  if (format !== 'terminal') return RENDERERS[format].render(checklist, { why });
  const { createStyle } = await import('./theme.ts');
  const { stdout, env } = context;
  return RENDERERS.terminal.render(checklist, {
    why,
    width: columnsOf(stdout),
    style: createStyle(stdout, env),
  });
}
