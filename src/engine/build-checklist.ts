import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Checklist, ChecklistItem } from '../model/checklist.ts';
import type { Flow, ItemKind } from '../model/flow.ts';
import { applyPlace } from './apply-place.ts';
import { buildItem } from './build-item.ts';
import { buildOutcome } from './build-outcome.ts';
import { compileFlow } from './compile-flow.ts';
import { findTerms } from './find-terms.ts';
import { givenAnswers } from './given-answers.ts';
import { listSources } from './list-sources.ts';
import { localStatus } from './local-status.ts';
import { replay } from './replay.ts';
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
  const path = replay(compiled, answers, date);
  const applied = applyPlace(compiled, path.knowledge);
  const exit = path.exit === undefined ? undefined : applied.outcomes.get(path.exit);
  if (!exit) throw new UnfinishedPathError(flow.id, path.stop?.node.question.id);
  const outcome = buildOutcome(path, exit);
  const speech = { compiled, knowledge: path.knowledge };
  const lines = byKind(applied.items.flatMap((item) => buildItem(speech, item) ?? []));
  const unsettled = unsettledOn(path);
  const given = givenAnswers(path);
  const cited = [outcome, ...printedOrder(lines)].flatMap(({ sources }) => sources);
  return {
    schema: 1,
    flow: { id: flow.id, title: flow.title, reviewed: flow.reviewed },
    date,
    outcome,
    answers: given,
    ...lines,
    unsettled,
    terms: findTerms(flow, printedTexts(outcome, lines, given, unsettled)),
    localStatus: localStatus(compiled, path.knowledge),
    sources: listSources(compiled, cited, date),
  };
}

type Lines = Pick<Checklist, 'steps' | 'materials' | 'notNeeded' | 'warnings' | 'notes'>;

function byKind(items: readonly ChecklistItem[]): Lines {
  const of = (kind: ItemKind) => items.filter((item) => item.kind === kind);
  const materials = of('material');
  const brought = new Set(materials.map(({ id }) => id));
  return {
    steps: of('step'),
    materials,
    // One id is one paper: what must be brought is never said to be not needed.
    notNeeded: of('not-needed').filter(({ id }) => !brought.has(id)),
    warnings: of('warning'),
    notes: of('note'),
  };
}

function printedOrder({ materials, steps, notNeeded, warnings, notes }: Lines): readonly ChecklistItem[] {
  return [...materials, ...steps, ...notNeeded, ...warnings, ...notes];
}

/** All that is printed in words of the flow; each term in it is explained once. */
function printedTexts(
  { title, text }: Checklist['outcome'],
  lines: Lines,
  answers: Checklist['answers'],
  unsettled: Checklist['unsettled'],
): readonly (string | undefined)[] {
  return [
    title,
    text,
    ...printedOrder(lines).flatMap(textsOfItem),
    ...unsettled.flatMap(({ test, findOut, otherwise }) => [test, findOut, otherwise]),
    ...answers.map(({ findOut }) => findOut),
  ];
}

function textsOfItem(item: ChecklistItem): readonly (string | undefined)[] {
  const { title, say, form, inCase, oneOf = [], do: subSteps = [], hangsOn = [] } = item;
  return [
    title,
    say,
    form,
    ...oneOf,
    ...subSteps.map(({ text }) => text),
    inCase,
    ...hangsOn.flatMap(({ label, findOut }) => [label, findOut]),
  ];
}
