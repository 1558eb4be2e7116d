import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Decided, DecidedItem } from '../model/decided.ts';
import type { Flow } from '../model/flow.ts';
import { applyPlace } from './apply-place.ts';
import { candidatesAt, chooseListed } from './candidates.ts';
import { compileFlow } from './compile-flow.ts';
import { numberEnd, type Path, replay } from './replay.ts';

/**
 * What the answers decide: the questions asked, the exit, and which lines the checklist has. It agrees with
 * `advance` and `buildChecklist` and is many times as fast as either.
 *
 * @example
 * decide(flow, { stay: 'short' }, { date: '2026-11-22' }).items.map(({ id }) => id)
 */
export function decide(flow: Flow, answers: Answers, { date }: { readonly date: CalendarDate }): Decided {
  const compiled = compileFlow(flow);
  const path = replay(compiled, answers, date);
  const { exit, stop } = path;
  const asked: string[] = [];
  for (const number of path.asked) asked.push(compiled.questions[number]?.id ?? '');
  if (exit !== undefined) return { asked, exit, items: itemsAt(numberEnd(path), exit) };
  return stop ? { asked, next: stop.node.question.id, items: [] } : { asked, items: [] };
}

function itemsAt({ compiled, knowledge }: Path, exit: string): DecidedItem[] {
  const { decided } = candidatesAt(compiled, applyPlace(compiled, knowledge), exit);
  return chooseListed(decided, knowledge);
}
