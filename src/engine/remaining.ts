import { explore } from './explore.ts';
import type { Path } from './replay.ts';

/** What is still to come on a path that has not reached an exit. */
export interface Remaining {
  readonly fewest: number;
  readonly most: number;
  /** Numbers of the questions that are asked whatever is answered, in order, the next one first. */
  readonly certain: readonly number[];
}

/** The fewest and the most questions still to come, whatever is answered. */
export function remaining({ compiled, date, asked, states, decisions, stop }: Path): Remaining {
  if (!stop) return { fewest: 0, most: 0, certain: [] };
  const undecided = decisions.length > 0;
  return explore({ compiled, date, frame: stop.frame, asked, answers: states, undecided });
}
