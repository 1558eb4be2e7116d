import { advance } from '../engine/advance.ts';
import { buildChecklist } from '../engine/build-checklist.ts';
import { readAnswer } from '../engine/read-answer.ts';
import type { Answers, AnswerValue } from '../model/answers.ts';
import type { CaseDemand, FlowCase } from '../model/case.ts';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import { allItems, checklistText, itemText } from './checklist-text.ts';

/** What a case failed in: data for a message. */
export type CaseFailure =
  | { readonly code: 'invalid-answer'; readonly question: string; readonly given: string }
  | { readonly code: 'stopped-at'; readonly question: string }
  | { readonly code: 'unused-answer'; readonly question: string }
  | { readonly code: 'wrong-outcome'; readonly expected: string; readonly actual: string }
  | { readonly code: 'missing' | 'present'; readonly demand: CaseDemand }
  | {
      readonly code: 'wrong-because';
      readonly item: string;
      readonly expected: readonly string[];
      /** Absent where the item is not listed. */
      readonly actual?: readonly string[];
    }
  | {
      readonly code: 'wrong-date';
      readonly item: string;
      readonly expected: string;
      /** Absent where the item has no deadline, or is not listed. */
      readonly actual?: string;
    };

/** The result of one case. `checklist` is absent where the answers did not reach an exit. */
export interface CaseResult {
  readonly case: FlowCase;
  readonly failures: readonly CaseFailure[];
  readonly checklist?: Checklist;
}

/**
 * Runs one case of a flow: reads its answers as a person would give them, walks the tree, builds the
 * checklist and compares it with every demand. Never throws; what is wrong is in `failures`.
 */
export function runCase(flow: Flow, flowCase: FlowCase): CaseResult {
  const { answers, failures } = readAnswers(flow, flowCase);
  if (failures.length > 0) return { case: flowCase, failures };
  const progress = advance(flow, answers, { date: flowCase.date });
  if (progress.next)
    return { case: flowCase, failures: [{ code: 'stopped-at', question: progress.next.id }] };
  const asked = new Set(progress.asked.map((answer) => answer.question));
  const unused = Object.keys(answers).filter((question) => !asked.has(question));
  const checklist = buildChecklist(flow, answers, { date: flowCase.date });
  return {
    case: flowCase,
    checklist,
    failures: [
      ...unused.map((question) => ({ code: 'unused-answer' as const, question })),
      ...checkOutcome(checklist, flowCase),
      ...checkDemands(checklist, flowCase),
      ...checkReasons(checklist, flowCase),
      ...checkDates(checklist, flowCase),
    ],
  };
}

function readAnswers(flow: Flow, flowCase: FlowCase): { answers: Answers; failures: CaseFailure[] } {
  const answers: Record<string, AnswerValue> = {};
  const failures: CaseFailure[] = [];
  for (const [question, given] of Object.entries(flowCase.answers)) {
    const read = readAnswer(flow, answers, question, given, { date: flowCase.date });
    if ('value' in read) answers[question] = read.value;
    else failures.push({ code: 'invalid-answer', question, given: String(given) });
  }
  return { answers, failures };
}

function checkOutcome(checklist: Checklist, flowCase: FlowCase): CaseFailure[] {
  const actual = checklist.outcome.id;
  return actual === flowCase.outcome ? [] : [{ code: 'wrong-outcome', expected: flowCase.outcome, actual }];
}

function checkDemands(checklist: Checklist, flowCase: FlowCase): CaseFailure[] {
  const missing = flowCase.must.filter((demand) => !isMet(checklist, demand));
  const present = flowCase.mustNot.filter((demand) => isMet(checklist, demand));
  return [
    ...missing.map((demand) => ({ code: 'missing' as const, demand })),
    ...present.map((demand) => ({ code: 'present' as const, demand })),
  ];
}

function isMet(checklist: Checklist, demand: CaseDemand): boolean {
  if (demand.kind === 'item') {
    const found = findItem(checklist, demand.item);
    return found !== undefined && (demand.status === undefined || found.status === demand.status);
  }
  if (typeof demand.in === 'string') return checklistText(checklist, demand.in).includes(demand.text);
  const item = findItem(checklist, demand.in.item);
  return item !== undefined && itemText(item).includes(demand.text);
}

function findItem(checklist: Checklist, id: string): ChecklistItem | undefined {
  return allItems(checklist).find((item) => item.id === id);
}

function checkReasons(checklist: Checklist, flowCase: FlowCase): CaseFailure[] {
  return Object.entries(flowCase.because).flatMap(([item, expected]): CaseFailure[] => {
    const found = findItem(checklist, item);
    if (!found) return [{ code: 'wrong-because', item, expected }];
    const actual = found.because.map((reason) => reason.fact ?? reason.question ?? '');
    const same = [...actual].sort().join() === [...expected].sort().join();
    return same ? [] : [{ code: 'wrong-because', item, expected, actual }];
  });
}

function checkDates(checklist: Checklist, flowCase: FlowCase): CaseFailure[] {
  return Object.entries(flowCase.dates).flatMap(([item, expected]): CaseFailure[] => {
    const found = findItem(checklist, item);
    const actual = (found?.deadline ?? found?.doneBy)?.latest;
    if (actual === expected) return [];
    return [{ code: 'wrong-date', item, expected, ...(actual !== undefined && { actual }) }];
  });
}
