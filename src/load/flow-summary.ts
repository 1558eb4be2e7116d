import type { StoredFlow } from '../model/flow.ts';

/** What a list of procedures says of one. */
export type FlowSummary = Pick<StoredFlow, 'id' | 'title' | 'aliases' | 'forWhom' | 'reviewed' | 'reviewBy'>;

/** The summary of a flow. */
export function summarise({ id, title, aliases, forWhom, reviewed, reviewBy }: StoredFlow): FlowSummary {
  return { id, title, aliases, forWhom, reviewed, reviewBy };
}
