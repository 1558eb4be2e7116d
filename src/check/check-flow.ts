import type { CalendarDate } from '../model/calendar-date.ts';
import type { Flow } from '../model/flow.ts';
import type { FlowBook } from '../model/flow-book.ts';
import type { Problem } from '../model/problem.ts';
import { allItems } from './checklist-text.ts';
import { findUntested } from './coverage.ts';
import { lintCommon, lintFlow, sortProblems } from './lint/run-rules.ts';
import { overlayProblems } from './overlay-problems.ts';
import type { OverlaySample } from './overlay-samples.ts';
import { type ProvenProblem, proofProblems } from './proof-problems.ts';
import type { Proof } from './prove/proof.ts';
import { MOST_WORK, proveFlow } from './prove/prove-flow.ts';
import { type CaseResult, runCase } from './run-case.ts';
import { describeCaseFailure } from './wording-cases.ts';

/** What is known of one flow after checking it. */
export interface FlowReport {
  readonly id: string;
  readonly title: string;
  readonly paths: number;
  readonly proven: boolean;
  readonly questions: number;
  readonly options: number;
  readonly items: number;
  readonly cases: number;
  /** What no case touches. */
  readonly untested: readonly string[];
  readonly problems: readonly ProvenProblem[];
  readonly proof: Proof;
}

/** How a flow is to be checked. */
export interface CheckOptions {
  /** The day that its age is measured at; the day it was reviewed unless given. */
  readonly date?: CalendarDate | undefined;
  /** The most work that its proof may take. */
  readonly work?: number;
  /** Told after each set of lines that was proven. */
  readonly onProgress?: (checked: number) => void;
}

/** Lint, proof, cases, coverage and overlays of one flow. */
export function checkFlow(book: FlowBook, flow: Flow, options: CheckOptions = {}): FlowReport {
  const { date = flow.reviewed, work = MOST_WORK, onProgress = () => undefined } = options;
  const positions = book.positions[flow.id] ?? {};
  const proof = proveFlow(flow, { work, onProgress });
  const results = (book.cases[flow.id] ?? []).map((flowCase) => runCase(flow, flowCase));
  const lint = lintFlow({ flow, positions, sharedParts: book.sharedParts, date }, book.commonPositions);
  return {
    id: flow.id,
    title: flow.title,
    paths: proof.paths,
    proven: proof.proven,
    ...countParts(flow),
    cases: results.length,
    untested: findUntested(flow, results).map(({ kind, id }) => `${kind} ${id}`),
    problems: sortProblems([
      ...lint,
      ...proofProblems(proof, positions, book.commonPositions),
      ...results.flatMap(caseProblems),
      ...overlayProblems(flow, positions, samplesOf(results)),
    ]),
    proof,
  };
}

/** What the rules find in what the flows share; at the last day one of them was reviewed, unless told. */
export function checkCommon(book: FlowBook, date?: CalendarDate): Problem[] {
  const reviewed = book.flows.map((flow) => flow.reviewed).toSorted();
  return sortProblems(lintCommon({ book, date: date ?? reviewed.at(-1) ?? '' }));
}

function countParts({ questions, items }: Flow): Pick<FlowReport, 'questions' | 'options' | 'items'> {
  const asked = Object.values(questions);
  const options = asked.reduce((sum, question) => sum + question.options.length, 0);
  return { questions: asked.length, options, items: items.length };
}

function samplesOf(results: readonly CaseResult[]): OverlaySample[] {
  return results.flatMap(({ case: { date }, checklist }) => {
    if (!checklist) return [];
    const answers = checklist.answers.map(({ question, value }) => [question, value] as const);
    const lines = allItems(checklist).map(({ kind, id }) => `${kind}/${id}`);
    const shows = new Set([`outcome/${checklist.outcome.id}`, ...lines]);
    return [{ answers: Object.fromEntries(answers), date, shows }];
  });
}

function caseProblems({ case: flowCase, failures }: CaseResult): Problem[] {
  return failures.map((failure) => ({
    ...flowCase.position,
    code: `case-${failure.code}`,
    severity: 'error',
    message: `案例 ${flowCase.id}：${describeCaseFailure(failure)}`,
  }));
}
