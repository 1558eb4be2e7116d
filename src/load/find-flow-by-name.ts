import type { FlowSummary } from './flow-summary.ts';
import { editDistance } from './nearest-name.ts';

/** A flow's id, or the flows that were probably meant, the nearest first. */
export type FoundFlow = { readonly id: string } | { readonly suggestions: readonly FlowSummary[] };

const MOST_SUGGESTIONS = 3;
const LONGEST_NAME = 40;

/** Finds a procedure by its id, title or an alias. */
export function findFlowByName(name: string, flows: readonly FlowSummary[]): FoundFlow {
  const wanted = normalise(name);
  const exact = flows.find((flow) => namesOf(flow).includes(wanted));
  if (exact) return { id: exact.id };
  if (wanted === '' || wanted.length > LONGEST_NAME) return { suggestions: [] };
  const near = flows
    .map((flow) => ({
      flow,
      distance: Math.min(...namesOf(flow).map((known) => nameDistance(wanted, known))),
    }))
    .filter(({ distance }) => distance <= 1)
    .sort((a, b) => a.distance - b.distance);
  return { suggestions: near.slice(0, MOST_SUGGESTIONS).map(({ flow }) => flow) };
}

function namesOf({ id, title, aliases }: FlowSummary): string[] {
  return [id, title, ...aliases].map(normalise);
}

function normalise(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** 0 is the same; up to 1 is near: one holds the other, or few characters differ for their length. */
function nameDistance(wanted: string, known: string): number {
  const isPart = wanted.length > 1 && (known.includes(wanted) || wanted.includes(known));
  if (isPart) return 0.5;
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, known.length) / 3));
  return editDistance(wanted, known) / allowed;
}
