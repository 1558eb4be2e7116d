import { dirname, join, parse } from 'node:path';
import { formatJson } from '../render/json.ts';
import type { CliContext } from './context.ts';
import type { RunOptions } from './options.ts';
import { writeAtomically } from './output-file.ts';
import type { OutputPlan } from './plan-output.ts';
import { settleFiles } from './settle-files.ts';
import { tellChecklist, tellWritten } from './tell-details.ts';
import { type RunResult, renderResult, resultDocument, tellOfAnswers } from './write-result.ts';

/**
 * Writes the checklists of a run that followed its hand-overs: to stdout one after another, in JSON as
 * `{ "checklists": [...] }`; to files one each, the later ones named after their procedure too.
 */
export async function writeFollowed(
  context: CliContext,
  plan: OutputPlan,
  results: readonly RunResult[],
  options: RunOptions,
): Promise<void> {
  for (const { checklist } of results) tellChecklist(context, checklist);
  const files = results.flatMap((result, index) =>
    plan.files.map(({ path, format }) => ({
      path: index === 0 ? path : pathFor(path, result),
      format,
      result,
    })),
  );
  // The first of each was settled before the run.
  await settleFiles(
    context,
    files.slice(plan.files.length).map(({ path }) => path),
    options,
  );
  for (const { path, format, result } of files) {
    const content = await renderResult(context, format, result);
    await writeAtomically(path, content);
    tellWritten(context, path, content);
  }
  if (plan.toStdout) context.stdout.write(await renderAll(context, plan, results));
  if (plan.format === 'json') return;
  for (const result of results) tellOfAnswers(context, result);
  for (const { path } of files) context.say.note(`清单已写入 ${path}`);
}

async function renderAll(context: CliContext, plan: OutputPlan, results: readonly RunResult[]) {
  if (plan.format === 'json') return `${formatJson({ checklists: results.map(resultDocument) })}\n`;
  const rendered = await Promise.all(results.map((result) => renderResult(context, plan.format, result)));
  return rendered.join('\n');
}

/** 清单.pdf of the procedure yidi -> 清单-yidi.pdf. */
function pathFor(path: string, { checklist }: RunResult): string {
  const { name, ext } = parse(path);
  return join(dirname(path), `${name}-${checklist.flow.id}${ext}`);
}
