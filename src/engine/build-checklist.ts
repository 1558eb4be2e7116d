import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';
import type { Flow, ItemKind } from '../model/flow.ts';
import { type AppliedFlow, applyPlace } from './apply-place.ts';
import type { Line } from './build-line.ts';
import { buildOutcome } from './build-outcome.ts';
import { candidatesAt, chooseListed } from './candidates.ts';
import { compileFlow } from './compile-flow.ts';
import { findTerms } from './find-terms.ts';
import { givenAnswers } from './given-answers.ts';
import { listSources } from './list-sources.ts';
import { localStatus } from './local-status.ts';
import { numberEnd } from './number-end.ts';
import { type Path, replay } from './replay.ts';
import { unsettledOn } from './unsettled.ts';

/** The answers do not reach an exit. `advance` tells what is asked next. */
export class UnfinishedPathError extends Error {
  override readonly name = 'UnfinishedPathError';
  readonly flow: string;
  /** The question that is not answered; absent where the flow's tree ends without an exit. */
  readonly next: string | undefined;

  constructor(flow: string, next: string | undefined) {
    super(`The answers to the flow “${flow}” reach no exit; next question: ${next ?? 'none'}`);
    this.flow = flow;
    this.next = next;
  }
}

/**
 * The checklist of one person on one day. The same flow, answers and date always give the same bytes.
 *
 * @throws {UnfinishedPathError} where the answers do not reach an exit
 */
export function buildChecklist(
  flow: Flow,
  answers: Answers,
  { date }: { readonly date: CalendarDate },
): Checklist {
  const compiled = compileFlow(flow);
  const path = numberEnd(replay(compiled, answers, date));
  const applied = applyPlace(compiled, path.knowledge);
  const exit = path.exit === undefined ? undefined : applied.outcomes.get(path.exit);
  if (!exit) throw new UnfinishedPathError(flow.id, path.stop?.node.question.id);
  const outcome = buildOutcome(path, exit);
  const lines = linesOf(path, applied, exit.what.id);
  const printed = printedOrder(lines);
  const unsettled = unsettledOn(path);
  const given = givenAnswers(path);
  return {
    schema: 1,
    flow: { id: flow.id, title: flow.title, reviewed: flow.reviewed },
    date,
    outcome,
    answers: given,
    steps: itemsOf(lines.step),
    materials: itemsOf(lines.material),
    notNeeded: itemsOf(lines['not-needed']),
    warnings: itemsOf(lines.warning),
    notes: itemsOf(lines.note),
    unsettled,
    terms: termsIn(flow, outcome, printed, unsettled, given),
    localStatus: localStatus(compiled, path.knowledge),
    sources: listSources(compiled, [outcome, ...itemsOf(printed)], date),
  };
}

type Lines = Readonly<Record<ItemKind, Line[]>>;

function linesOf(path: Path, applied: AppliedFlow, exit: string): Lines {
  const lines: Lines = { step: [], material: [], 'not-needed': [], warning: [], note: [] };
  const candidates = candidatesAt(path.compiled, applied, exit);
  for (const { prepared, status } of chooseListed(candidates.lines, path)) {
    lines[prepared.item.kind].push(prepared.line(path.knowledge, status));
  }
  return lines;
}

function itemsOf(lines: readonly Line[]): ChecklistItem[] {
  return lines.map(({ item }) => item);
}

function printedOrder(lines: Lines): readonly Line[] {
  return [...lines.material, ...lines.step, ...lines['not-needed'], ...lines.warning, ...lines.note];
}

/** The terms in all that is printed in words of the flow; each is explained once, in the order of first use. */
function termsIn(
  flow: Flow,
  { title, text }: Checklist['outcome'],
  lines: readonly Line[],
  unsettled: Checklist['unsettled'],
  answers: Checklist['answers'],
): Checklist['terms'] {
  const open = unsettled.flatMap(({ test, findOut, otherwise }) => [test, findOut, otherwise]);
  const found = new Set(findTerms(flow, [title, text]));
  for (const { terms } of lines) for (const term of terms) found.add(term);
  for (const term of findTerms(flow, [...open, ...answers.map(({ findOut }) => findOut)])) found.add(term);
  return [...found];
}
