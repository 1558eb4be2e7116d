import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findUntested } from '../../check/coverage.ts';
import { type CaseResult, runCase } from '../../check/run-case.ts';
import type { FlowStore } from '../../load/flow-store.ts';
import type { Flow } from '../../model/flow.ts';
import type { Problem } from '../../model/problem.ts';
import { formatJson } from '../../render/json.ts';
import { describeCaseFailure } from '../case-words.ts';
import type { RunCommand } from '../command-table.ts';
import type { CliContext } from '../context.ts';
import { problemLine } from '../describe-error.ts';
import { BrokenFlowsError, describeSystemError, UsageError } from '../errors.ts';
import type { ListingOptions } from '../options.ts';
import { safeText } from '../safe-text.ts';

/** What is known of one flow after checking it. */
interface FlowReport {
  readonly id: string;
  readonly title: string;
  readonly questions: number;
  readonly options: number;
  readonly items: number;
  readonly cases: number;
  readonly untested: readonly string[];
  readonly problems: readonly Problem[];
}

/** `yibao check [文件…]`: loads flows from their YAML and runs their cases. */
export const runCheck: RunCommand = async (context, files, options: ListingOptions) => {
  const target = findTarget(context, files, options);
  const { reports, problems } = await checkFolder(context, target);
  const all = [...problems, ...reports.flatMap((report) => report.problems)];
  const ok = all.every(({ severity }) => severity !== 'error');
  const document = { ok, flows: reports.map(({ title: _title, ...report }) => report), problems };
  context.stdout.write(options.json ? `${formatJson(document)}\n` : renderReports(reports, problems));
  if (!ok) throw new BrokenFlowsError(all, { told: true });
};

/** A folder of flows, and the flows in it that were asked for; undefined: all. */
interface Target {
  readonly folder: string;
  readonly only?: ReadonlySet<string>;
}

/** Nothing named: the built-in YAML. A folder: all flows in it. Files: their flows. */
function findTarget(context: CliContext, files: readonly string[], { flows }: ListingOptions): Target {
  if (files.length === 0) return { folder: flows ?? fileURLToPath(new URL('flows', context.packageRoot)) };
  const [first = ''] = files;
  if (files.length === 1 && isFolder(first)) return { folder: first };
  const folders = new Set(files.map((file) => (isFolder(file) ? resolve(file) : dirname(resolve(file)))));
  const roots = new Set([...folders].map((folder) => dirname(folder)));
  const [root = '', another] = roots;
  if (another !== undefined) throw new UsageError('这些文件不在同一个流程目录里，请分开检查。');
  return { folder: root, only: new Set([...folders].map((folder) => basename(folder))) };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`读不了 ${path}：${describeSystemError(error)}。`, { code: 'unreadable-file' });
  }
}

async function checkFolder(context: CliContext, { folder, only }: Target) {
  try {
    const store = await context.openFlows(folder);
    const ids = store
      .list()
      .map(({ id }) => id)
      .filter((id) => only === undefined || only.has(id));
    const reports: FlowReport[] = [];
    for (const id of ids) reports.push(await checkFlow(store, id));
    return { reports, problems: [] };
  } catch (error) {
    if (error instanceof Error && error.name === 'FlowFileError' && 'problems' in error) {
      return { reports: [], problems: error.problems as readonly Problem[] };
    }
    throw error;
  }
}

async function checkFlow(store: FlowStore, id: string): Promise<FlowReport> {
  const flow = await store.get(id);
  const results = (await store.cases(id)).map((flowCase) => runCase(flow, flowCase));
  return {
    id,
    title: flow.title,
    ...countParts(flow),
    cases: results.length,
    untested: findUntested(flow, results).map((one) => `${one.kind} ${one.id}`),
    problems: results.flatMap(caseProblems),
  };
}

function countParts(flow: Flow): Pick<FlowReport, 'questions' | 'options' | 'items'> {
  const questions = Object.values(flow.questions);
  const options = questions.reduce((sum, question) => sum + question.options.length, 0);
  return { questions: questions.length, options, items: flow.items.length };
}

function caseProblems({ case: flowCase, failures }: CaseResult): Problem[] {
  return failures.map((failure) => ({
    ...flowCase.position,
    code: `case-${failure.code}`,
    severity: 'error',
    message: `案例 ${flowCase.id}：${describeCaseFailure(failure)}。`,
  }));
}

function renderReports(reports: readonly FlowReport[], problems: readonly Problem[]): string {
  const lines = [...problems.map(problemLine), ...reports.flatMap(reportLines)];
  return `${safeText(lines.join('\n'))}\n`;
}

function reportLines({ id, title, questions, items, cases, untested, problems }: FlowReport): string[] {
  const result = problems.length === 0 ? '没有问题' : `${problems.length} 处问题`;
  return [
    `${id} ${title}：${questions} 题，${items} 条，${cases} 个案例，${result}`,
    ...problems.map((problem) => `  ${problemLine(problem)}`),
    ...(untested.length > 0 ? [`  案例没有走到：${untested.join('、')}`] : []),
  ];
}
