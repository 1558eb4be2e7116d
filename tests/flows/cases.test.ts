import { describe, expect, test } from 'vitest';
import { findUntested } from '../../src/check/coverage.ts';
import { runCase } from '../../src/check/run-case.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';

const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
const flows = await Promise.all(
  store.list().map(async ({ id }) => ({ flow: await store.get(id), cases: await store.cases(id) })),
);

describe.each(flows)('the cases of $flow.id', ({ flow, cases }) => {
  const results = cases.map((flowCase) => runCase(flow, flowCase));

  test.each(results.map((result) => [`${result.case.id} ${result.case.title}`, result] as const))(
    '%s',
    (_title, result) => {
      expect(result.failures).toEqual([]);
    },
  );

  test('touch every question, option, outcome and item', () => {
    expect(findUntested(flow, results).map((one) => `${one.kind} ${one.id}`)).toEqual([]);
  });
});
