import { expect, test } from 'vitest';
import { lineMaker } from '../../../src/cli/batch/line-worker.ts';
import { flowOf, loadBuiltInFlows } from '../../support/built-in-flows.ts';

const loaded = await loadBuiltInFlows();

test.each(loaded.flows.map(({ id }) => id))('a brief line of %s has the ids of the whole one', (id) => {
  const layout = { kind: 'ndjson', ignored: new Set<string>() } as const;
  const task = { flow: flowOf(loaded, id), date: '2026-11-22', layout };
  const [brief, full] = [lineMaker(task, 'brief'), lineMaker(task, 'full')];
  for (const { answers, date } of [...(loaded.cases[id] ?? []), ...(loaded.cases[id] ?? [])]) {
    const raw = { text: JSON.stringify({ id: 'a', date, answers }), line: 3, row: 2, next: 4 };
    expect(JSON.parse(brief(raw))).toEqual(idsOf(JSON.parse(full(raw))));
  }
});

/** The brief line that belongs to a whole one. */
function idsOf({ checklist, ...head }: Record<string, Record<string, unknown>>) {
  const ids = (items: unknown) => (items as { id: string }[]).map(({ id }) => id);
  const { flow, date, outcome, steps, materials, notNeeded, warnings, notes } = checklist ?? {};
  return {
    ...head,
    flow: (flow as { id: string }).id,
    date,
    outcome: (outcome as { id: string }).id,
    steps: ids(steps),
    materials: ids(materials),
    notNeeded: ids(notNeeded),
    warnings: ids(warnings),
    notes: ids(notes),
  };
}
