import type { CalendarDate } from '../model/calendar-date.ts';
import type { CompiledFlow, CompiledNode } from './compile-flow.ts';
import type { Decision } from './decision.ts';
import { explore } from './explore.ts';
import type { AnswerState, Cause, States } from './knowledge.ts';

/** A path so far. */
export interface PathSoFar {
  readonly compiled: CompiledFlow;
  readonly date: CalendarDate;
  readonly states: States;
  /** Question numbers in the order asked; later ones than `at` may follow and are not looked at. */
  readonly asked: readonly number[];
  readonly decisions: readonly Decision[];
  /** The node that the path has come to. */
  readonly at: CompiledNode | undefined;
}

/**
 * The questions that this path did not ask and another way of an open decision would have: tests on
 * them are unknown and not void. Each with the decisions that it hangs on.
 */
export function findPassedOver(path: PathSoFar): ReadonlyMap<number, AnswerState> {
  const causes = new Map<number, Cause[]>();
  for (const [order, decision] of path.decisions.entries()) {
    for (const question of questionsElsewhere(path, decision, order > 0)) {
      if (path.states[question]) continue;
      causes.set(question, [...(causes.get(question) ?? []), decision.cause]);
    }
  }
  return new Map([...causes].map(([question, list]) => [question, { kind: 'passed-over', causes: list }]));
}

function questionsElsewhere(path: PathSoFar, decision: Decision, undecided: boolean): Set<number> {
  const { compiled, date, states, at } = path;
  const asked = path.asked.slice(0, decision.asked);
  const ways = decision.alternatives.map((frame) =>
    explore({ compiled, date, frame, asked, answers: states, undecided, stopAt: at }),
  );
  return new Set(ways.flatMap(({ met }) => [...met]));
}
