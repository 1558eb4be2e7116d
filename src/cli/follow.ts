import type { FlowStore } from '../load/flow-store.ts';
import type { Checklist } from '../model/checklist.ts';
import { finishAnswers } from './finish-answers.ts';
import type { GivenEntry } from './given-answers.ts';
import { settleAnswers } from './settle-answers.ts';
import type { RunResult } from './write-result.ts';

/** Answers for the procedure that a run begins with, and `事项.键` answers for those that it hands over to. */
export interface SortedEntries {
  readonly own: readonly GivenEntry[];
  readonly later: readonly GivenEntry[];
}

/** Sets apart the answers whose key begins with a procedure's id and a dot. No question's id has a dot. */
export function sortEntries(store: FlowStore, entries: readonly GivenEntry[]): SortedEntries {
  const ids = new Set(store.list().map(({ id }) => id));
  const isLater = ({ key }: GivenEntry) => ids.has(key.split('.')[0] ?? '') && key.includes('.');
  return { own: entries.filter((entry) => !isLater(entry)), later: entries.filter(isLater) };
}

/**
 * The checklists of the procedures that a finished run hands over to, one after another. Each begins with
 * the answers that crossed; answers given for it win. The graph of hand-overs has no cycle, so this ends.
 *
 * @throws {MissingAnswersError} where one of them needs more answers; it names the procedure
 */
export async function followHandOvers(
  store: FlowStore,
  first: RunResult,
  later: readonly GivenEntry[],
): Promise<RunResult[]> {
  const results = [first];
  for (let next = first.checklist.outcome.handOver; next; next = results.at(-1)?.checklist.outcome.handOver) {
    results.push(await runNext(store, next, later, first));
  }
  return results;
}

async function runNext(
  store: FlowStore,
  { to, answers: crossed }: NonNullable<Checklist['outcome']['handOver']>,
  later: readonly GivenEntry[],
  { checklist: { date }, options }: RunResult,
): Promise<RunResult> {
  const flow = await store.get(to);
  const entries = later
    .filter(({ key }) => key.startsWith(`${to}.`))
    .map((entry) => ({ ...entry, key: entry.key.slice(to.length + 1) }));
  const { answers: given, ...notes } = settleAnswers(flow, entries, date);
  const answers = { ...crossed, ...given };
  const finished = finishAnswers(flow, { answers, given, notes }, date, { prefix: `${to}.` });
  if ('missing' in finished) throw finished.missing;
  return { ...finished, options };
}
