import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FlowReport } from '../../check/check-flow.ts';
import { checkRules, type ListedRule } from '../../check/list-rules.ts';
import type { Problem } from '../../model/problem.ts';
import { formatJson } from '../../render/json.ts';
import {
  type BrokenReport,
  type CheckResult,
  checkFiles,
  chooseFlows,
  type OnProgress,
} from '../check/check-files.ts';
import { checkOnThreads } from '../check/check-on-threads.ts';
import { CheckThreads } from '../check/check-threads.ts';
import { progressWords, renderReport, renderRules } from '../check/check-words.ts';
import { optimiseLater } from '../check/optimise-later.ts';
import { watchFiles } from '../check/watch-files.ts';
import type { RunCommand } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { BrokenFlowsError, describeSystemError, UsageError } from '../errors.ts';
import type { CheckOptions } from '../options.ts';
import { startProgress } from '../progress.ts';
import { safeText } from '../safe-text.ts';

/** `yibao check [文件…]`: lint, proof, cases and coverage of flows as they stand in their files. */
export const runCheck: RunCommand = async (context, files, options: CheckOptions) => {
  if (options.schema) return printSchema(context);
  if (options.listRules) return printRules(context, options);
  const paths = [...(options.flows === undefined ? [] : [options.flows]), ...files];
  for (const path of paths) refuseUnreadable(path);
  optimiseLater();
  if (options.watch) return watchAndCheck(context, paths, options);
  const result = await checkOnce(context, paths, options);
  const found = failures(result, options);
  if (found.length > 0) throw new BrokenFlowsError(found, { told: true });
};

function refuseUnreadable(path: string): void {
  try {
    const isFolder = statSync(path).isDirectory();
    if (
      isFolder ||
      /(?:^|[/\\])(?:flow|cases|holidays)\.yaml$|[/\\](?:shared|places|tables)[/\\][^/\\]+\.yaml$/.test(path)
    )
      return;
  } catch (error) {
    throw new UsageError(`读不了 ${path}：${describeSystemError(error)}。`, { code: 'unreadable-file' });
  }
  throw new UsageError(
    `${path} 不是流程文件。流程写在 <流程>/flow.yaml 和 cases.yaml，其余在 shared、places 里。`,
    { code: 'unreadable-file' },
  );
}

async function checkOnce(
  context: CliContext,
  paths: readonly string[],
  options: CheckOptions,
): Promise<CheckResult> {
  const threads = new CheckThreads(context.packageRoot);
  // Of what is named there may be little to check, and a stranger's flow is not to cost a thread's memory too.
  if (paths.length === 0) threads.start();
  const progress = await startProgress(context, progressWords.reading);
  try {
    const files = await context.readFlows(paths, (own) => threads.parse(own));
    const chosen = chooseFlows(files);
    const tell: OnProgress = ({ title, number, count, checked }) =>
      progress.say(progressWords.checking(title, number, count, checked));
    const made = await checkOnThreads(chosen, options.date, tell, threads);
    const result = checkFiles(files, options.date, tell, chosen, made);
    progress.stop();
    context.stdout.write(
      options.json ? `${formatJson(toDocument(result, options))}\n` : safeText(renderReport(result)),
    );
    return result;
  } finally {
    progress.stop();
    await threads.end();
  }
}

/** What keeps the flows from being good: errors, and with --strict warnings. */
function failures({ reports, broken, problems }: CheckResult, { strict }: CheckOptions): Problem[] {
  const all = [...problems, ...[...broken, ...reports].flatMap((report) => [...report.problems])];
  return all.filter(({ severity }) => severity === 'error' || (strict && severity === 'warning'));
}

function toDocument(result: CheckResult, options: CheckOptions): unknown {
  const { reports, broken, problems } = result;
  return {
    ok: failures(result, options).length === 0,
    flows: [...broken.map(brokenDocument), ...reports.map(flowDocument)],
    problems: problems.map(problemDocument),
  };
}

function flowDocument(report: FlowReport): unknown {
  const { title: _title, proof: _proof, ...figures } = report;
  return { ...figures, problems: report.problems.map(problemDocument) };
}

function brokenDocument({ id, problems }: BrokenReport): unknown {
  const nothing = { paths: 0, proven: false, questions: 0, options: 0, items: 0, cases: 0, untested: [] };
  return { id, ...nothing, problems: problems.map(problemDocument) };
}

function problemDocument({ code, severity, file, line, column, message }: Problem): unknown {
  return { code, severity, file, line, column, message };
}

/** Checks now and after every change, until the person has had enough. */
async function watchAndCheck(
  context: CliContext,
  paths: readonly string[],
  options: CheckOptions,
): Promise<void> {
  const watched = paths.length > 0 ? paths : [fileURLToPath(new URL('flows', context.packageRoot))];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Kept to the last: the spinner ends the process by the signal itself where nobody else listens.
  const forget = context.onSignal(() => end());
  let running = Promise.resolve();
  const again = () => {
    running = running.then(async () => {
      await checkOnce(context, paths, options);
      context.say.note(progressWords.watching);
    });
    running.catch(() => end());
  };
  const stop = watchFiles(watched, again);
  again();
  await ended;
  stop();
  await running;
  forget();
}

/** The build makes it, so that no run carries what makes it. */
async function printSchema({ packageRoot, stdout }: CliContext): Promise<void> {
  const schema = await readFile(new URL('dist/flow.schema.json', packageRoot), 'utf8');
  stdout.write(`${formatJson(JSON.parse(schema))}\n`);
}

async function printRules({ stdout }: CliContext, { json }: CheckOptions): Promise<void> {
  const { loadRuleWords } = await import('../../load/wording-rules.ts');
  const loading = Object.entries(loadRuleWords).map(([code, wants]) => ({
    code,
    severity: 'error' as const,
    wants,
  }));
  const known = new Set(loading.map(({ code }) => code));
  const rules: ListedRule[] = [...loading, ...checkRules().filter(({ code }) => !known.has(code))];
  stdout.write(json ? `${formatJson(rules)}\n` : renderRules(rules));
}
