import { expect, test } from 'vitest';
import { MOST_WORK, proveFlow } from '../../../src/check/prove/prove-flow.ts';
import { loadFlows } from '../../../src/load/load-flows.ts';
import { flowOf, loadBuiltInFlows } from '../../support/built-in-flows.ts';
import { soundFiles } from '../../support/sound-flow.ts';
import { TOY_DIVISIONS } from '../../support/toy-flows.ts';

/** A sound flow with so many questions that branch: each doubles the paths. */
function branching(count: number) {
  const ids = Array.from({ length: count }, (_, index) => `q${index}`);
  const loaded = loadFlows(
    soundFiles(
      [
        'toy/flow.yaml',
        '  - home\n',
        `  - home\n${ids.map((id) => `  - ${id}: { yes: [], no: [] }\n`).join('')}`,
      ],
      [
        'toy/flow.yaml',
        'questions:\n',
        `questions:\n${ids.map((id) => `  ${id}: { ask: 是吗？, type: yes-no, no-unsure: 知道 }\n`).join('')}`,
      ],
    ),
    TOY_DIVISIONS,
  );
  return flowOf(loaded, 'toy');
}

test('a flow of a billion paths is left unproven, and says so', () => {
  const { proven, findings } = proveFlow(branching(30));
  expect(proven).toBe(false);
  expect(findings).toEqual([{ code: 'proof-unfinished', subject: { kind: 'flow' } }]);
});

test('work is counted and not timed: a proof is left off at the same point each time', () => {
  const proofs = [1, 2].map(() => proveFlow(branching(6), { work: 5_000 }));
  expect(proofs[0]).toEqual(proofs[1]);
  expect(proofs[0]?.proven).toBe(false);
  expect(proveFlow(branching(6)).proven).toBe(true);
});

test('what was found before the work ran out is told', () => {
  const flow = branching(6);
  const without = { ...flow, items: flow.items.filter(({ kind }) => kind !== 'step') };
  const whole = proveFlow(without);
  const part = proveFlow(without, { work: whole.work - 1 });
  expect(whole.findings.map(({ code }) => code)).toEqual(['outcome-without-step', 'outcome-without-step']);
  expect(part.findings).toEqual([...whole.findings, { code: 'proof-unfinished', subject: { kind: 'flow' } }]);
});

test('the largest built-in flow takes less than half of the work that a flow may', async () => {
  const loaded = await loadBuiltInFlows();
  const works = loaded.flows.map(({ id }) => proveFlow(flowOf(loaded, id)).work);
  expect(Math.max(...works)).toBeLessThan(MOST_WORK / 2);
});
