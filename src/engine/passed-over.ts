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
 * them are unknown and not void. Each with the decisions that it hangs on: those of which one alone
 * would lead to it, and only where there is none, those that would together with others.
 */
export function findPassedOver(path: PathSoFar): ReadonlyMap<number, AnswerState> {
  const alone = causesOf(path, true);
  const together = causesOf(path, false);
  return new Map(
    [...together].map(([question, causes]) => [
      question,
      { kind: 'passed-over', causes: alone.get(question) ?? causes },
    ]),
  );
}

/** Decision by decision, the questions on its other ways; the other decisions stay open or may turn out any way. */
function causesOf(path: PathSoFar, staysOpen: boolean): Map<number, Cause[]> {
  const causes = new Map<number, Cause[]>();
  for (const [order, decision] of path.decisions.entries()) {
    for (const question of questionsElsewhere(path, decision, order > 0, staysOpen)) {
      if (path.states[question]) continue;
      causes.set(question, [...(causes.get(question) ?? []), decision.cause]);
    }
  }
  return causes;
}

function questionsElsewhere(
  path: PathSoFar,
  decision: Decision,
  undecided: boolean,
  staysOpen: boolean,
): Set<number> {
  const { compiled, date, states, at } = path;
  const asked = path.asked.slice(0, decision.asked);
  // The question that is decided here is no longer open.
  const { cause } = decision;
  const answers =
    cause.kind === 'answer'
      ? states.map((state, number) => (number === cause.question ? undefined : state))
      : states;
  const ways = decision.alternatives.map((frame) =>
    explore({ compiled, date, frame, asked, answers, undecided, staysOpen, stopAt: at }),
  );
  return new Set(ways.flatMap(({ met }) => [...met]));
}
