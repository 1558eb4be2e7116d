import { type CheckOptions, checkCommon, checkFlow, type FlowReport } from '../../check/check-flow.ts';
import { usesOf } from '../../check/lint/flow-uses.ts';
import { MOST_WORK } from '../../check/prove/prove-flow.ts';
import type { FlowFiles } from '../../load/read-flow-files.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import type { FlowBook } from '../../model/flow-book.ts';
import type { Problem } from '../../model/problem.ts';
import { MOST_WORK_OF_ALL } from './check-task.ts';

/** A flow that does not load: only its problems are known. */
export interface BrokenReport {
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** All that `check` found out. */
export interface CheckResult {
  readonly reports: readonly FlowReport[];
  readonly broken: readonly BrokenReport[];
  /** Problems of what flows share. */
  readonly problems: readonly Problem[];
}

/** What `check` is told on its way: which flow it is at, of how many, and how much of it is proven. */
export type OnProgress = (at: { title: string; number: number; count: number; checked: number }) => void;

/** The flows that are to be checked, and the book they stand in. */
export interface ChosenFlows {
  readonly book: FlowBook;
  readonly flows: readonly Flow[];
}

/** The flows that the named files are about; all of them where none was named. */
export function chooseFlows({ loaded, problems, named }: FlowFiles): ChosenFlows {
  const book = loaded.toBook();
  return { book, flows: flowsOf(book, named, problems.length > 0) };
}

/**
 * Checks the flows that the named files are about. `made` are reports that are there already, each found
 * as if its flow were the first; the result is the same with and without them.
 */
export function checkFiles(
  files: FlowFiles,
  date: CalendarDate | undefined,
  onProgress: OnProgress,
  chosen: ChosenFlows = chooseFlows(files),
  made: ReadonlyMap<string, FlowReport> = new Map(),
): CheckResult {
  const { book, flows } = chosen;
  const reports: FlowReport[] = [];
  let left = MOST_WORK_OF_ALL;
  for (const [index, flow] of flows.entries()) {
    const work = Math.min(left, MOST_WORK);
    const tell = (checked: number) =>
      onProgress({ title: flow.title, number: index + 1, count: flows.length, checked });
    const known = made.get(flow.id);
    const report =
      known && (work === MOST_WORK || known.proof.work <= work)
        ? known
        : checkNow(book, flow, { date, work, onProgress: tell });
    left -= report.proof.work;
    reports.push(withLoadProblems(report, files.problems, book));
  }
  return resultOf(files, book, reports, date);
}

function checkNow(
  book: FlowBook,
  flow: Flow,
  options: CheckOptions & Required<Pick<CheckOptions, 'onProgress'>>,
): FlowReport {
  options.onProgress(0);
  return checkFlow(book, flow, options);
}

function resultOf(
  { problems, named }: FlowFiles,
  book: FlowBook,
  reports: readonly FlowReport[],
  date: CalendarDate | undefined,
): CheckResult {
  const told = new Set(reports.flatMap((report) => report.problems));
  const left = problems.filter((problem) => !told.has(problem));
  const broken = brokenReports(left);
  // What a broken flow uses is not known, so nothing can be said to be idle.
  const common = left.length > 0 ? [] : checkCommon(book, date);
  return {
    reports,
    broken,
    problems: [
      ...left.filter((problem) => folderOf(problem.file) === undefined),
      ...common.filter(({ file = '' }) => named.size === 0 || named.has(file)),
    ],
  };
}

/**
 * The flows that have something in the named files. Where only shared files were named, all may be meant;
 * but what does not even load is to be mended first.
 */
function flowsOf(book: FlowBook, named: ReadonlySet<string>, isBroken: boolean): readonly Flow[] {
  if (named.size === 0) return book.flows;
  const touched = book.flows.filter((flow) => touches(flow, book, named));
  const isOfFlow = [...named].some((file) => folderOf(file) !== undefined);
  return touched.length > 0 || isOfFlow || isBroken ? touched : book.flows;
}

/** Whether a part of the flow, its cases, an overlay of it or a fact that it uses stands in these files. */
function touches(flow: Flow, book: FlowBook, named: ReadonlySet<string>): boolean {
  const own = Object.values(book.positions[flow.id] ?? {});
  const cases = (book.cases[flow.id] ?? []).map(({ position }) => position);
  const { facts } = usesOf(flow);
  const common = Object.entries(book.commonPositions).flatMap(([subject, position]) =>
    subject.startsWith('fact/') && facts.has(subject.split('/')[2] ?? '') ? position : [],
  );
  return [...own, ...cases, ...common].some(({ file }) => named.has(file));
}

/** Cases that are wrongly written do not keep a flow from being checked. */
function withLoadProblems(report: FlowReport, problems: readonly Problem[], book: FlowBook): FlowReport {
  const folder = folderOf(book.positions[report.id]?.flow?.file);
  const own = problems.filter(({ file }) => folderOf(file) === folder);
  return { ...report, problems: [...own, ...report.problems] };
}

function brokenReports(problems: readonly Problem[]): BrokenReport[] {
  const folders = new Map<string, Problem[]>();
  for (const problem of problems) {
    const folder = folderOf(problem.file);
    if (folder !== undefined) folders.set(folder, [...(folders.get(folder) ?? []), problem]);
  }
  return [...folders].map(([folder, own]) => ({ id: folder.split('/').at(-1) ?? folder, problems: own }));
}

/** The folder of a flow's own file; undefined for what flows share. */
function folderOf(file: string | undefined): string | undefined {
  return /^(?:(.*)[/\\])?(?:flow|cases)\.ya?ml$/.exec(file ?? '')?.[1];
}
