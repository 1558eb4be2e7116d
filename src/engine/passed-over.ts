import type { CalendarDate } from '../model/calendar-date.ts';
import { late } from '../model/late.ts';
import type { CompiledFlow, CompiledNode } from './compile-flow.ts';
import type { Decision, Frame } from './decision.ts';
import { type Explored, type ExploreStart, explore } from './explore.ts';
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
 * The questions that this path did not ask and another way would have, if what is open had turned out
 * otherwise: tests on them are unknown and not void.
 */
export function findPassedOver(path: PathSoFar): ReadonlyMap<number, AnswerState> {
  const [first] = path.decisions;
  if (!first) return new Map();
  // All later decisions lie on ways that go on from the first.
  const { met } = lookAround(path, first, first.at, { answers: path.states, undecided: false });
  const alone = late(() => findCauses(path, true));
  const together = late(() => findCauses(path, false));
  const causesOf = (question: number) => alone().get(question) ?? together().get(question) ?? [];
  const missed = [...met].filter((question) => path.states[question] === undefined);
  return new Map(
    missed.map((question) => [question, { kind: 'passed-over', causes: () => causesOf(question) }]),
  );
}

/**
 * The decisions that would have led to a question: each alone, while all else that is open stays open,
 * or with whatever else would have had to turn out otherwise.
 */
function findCauses(path: PathSoFar, staysOpen: boolean): ReadonlyMap<number, readonly Cause[]> {
  const causes = new Map<number, Cause[]>();
  for (const [order, decision] of path.decisions.entries()) {
    const how = { answers: answersWithout(path, decision), undecided: order > 0, staysOpen };
    const ways = decision.alternatives.map((frame) => lookAround(path, decision, frame, how).met);
    for (const question of new Set(ways.flatMap((met) => [...met]))) {
      causes.set(question, [...(causes.get(question) ?? []), decision.cause]);
    }
  }
  return causes;
}

/** The answers, but for the one that is decided here and so is no longer open. */
function answersWithout({ states }: PathSoFar, { cause }: Decision): States {
  if (cause.kind !== 'answer') return states;
  return states.map((state, number) => (number === cause.question ? undefined : state));
}

function lookAround(
  { compiled, date, asked, at }: PathSoFar,
  decision: Decision,
  frame: Frame,
  how: Pick<ExploreStart, 'answers' | 'undecided' | 'staysOpen'>,
): Explored {
  return explore({ compiled, date, frame, asked: asked.slice(0, decision.asked), stopAt: at, ...how });
}
