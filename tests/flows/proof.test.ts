import { expect, test } from 'vitest';
import { proveFlow } from '../../src/check/prove/prove-flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const loaded = await loadBuiltInFlows();

test.each(loaded.flows.map(({ id }) => id))('%s is proven in full, and nothing is found', (id) => {
  const { proven, sampled, findings, paths } = proveFlow(flowOf(loaded, id));
  expect({ proven, sampled, findings }).toEqual({ proven: true, sampled: [], findings: [] });
  expect(paths).toBeGreaterThan(1);
});
