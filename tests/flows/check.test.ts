import { expect, test } from 'vitest';
import { checkCommon, checkFlow } from '../../src/check/check-flow.ts';
import { loadBuiltInFlows } from '../support/built-in-flows.ts';
import { problemLine } from '../support/tell-problems.ts';

const loaded = await loadBuiltInFlows();
const book = loaded.toBook();

/** Notes are for a reviewer to see; they fail nothing. */
const failing = (problems: Parameters<typeof problemLine>[0][]): string[] =>
  problems.filter(({ severity }) => severity !== 'note').map(problemLine);

test('all flows load', () => {
  expect(loaded.problems.map(problemLine)).toEqual([]);
});

test.each(book.flows.map((flow) => [flow.id, flow] as const))(
  '%s is fully proven, fully covered and without a warning on the day it was reviewed',
  (_id, flow) => {
    const { problems, proven, proof, untested } = checkFlow(book, flow);
    expect(failing([...problems])).toEqual([]);
    expect({ proven, sampled: proof.sampled, untested }).toEqual({ proven: true, sampled: [], untested: [] });
  },
);

test('what the flows share is without a warning', () => {
  expect(failing(checkCommon(book))).toEqual([]);
});
