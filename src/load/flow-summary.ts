import type { StoredFlow } from '../model/flow.ts';
import { defined } from './defined.ts';

/** What a list of procedures says of one. */
export type FlowSummary = Pick<
  StoredFlow,
  'id' | 'title' | 'aliases' | 'forWhom' | 'reviewed' | 'reviewBy' | 'entry'
>;

/** The summaries of flows; a way in comes before the procedures that it leads to. */
export function summarise(flows: readonly StoredFlow[]): FlowSummary[] {
  const isEntry = ({ entry }: StoredFlow) => entry === true;
  return [...flows.filter(isEntry), ...flows.filter((flow) => !isEntry(flow))].map(summariseOne);
}

function summariseOne(flow: StoredFlow): FlowSummary {
  const { id, title, aliases, forWhom, reviewed, reviewBy, entry } = flow;
  return defined({ id, title, aliases, forWhom, reviewed, reviewBy, entry });
}
