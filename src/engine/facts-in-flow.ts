import type { Flow } from '../model/flow.ts';
import { POOL_FACT } from './compile-condition.ts';

const known = new WeakMap<Flow, readonly string[]>();

/** The facts that a flow's own conditions or texts name. */
export function factsInFlow(flow: Flow): readonly string[] {
  const before = known.get(flow);
  if (before) return before;
  const { tree, questions, derive, outcomes, items, changes } = flow;
  const strings = [...stringsIn({ tree, questions, derive, outcomes, items, changes })];
  const facts = Object.keys(flow.common.places.facts).filter((fact) => {
    const name = fact === POOL_FACT ? 'pool' : fact;
    return strings.some((text) => text === name || text.includes(`.${fact}>`));
  });
  known.set(flow, facts);
  return facts;
}

/** Into one set: a list for each part of a flow would take several times as long. */
function stringsIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) stringsIn(part, found);
  }
  return found;
}
