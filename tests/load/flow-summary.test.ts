import { expect, test } from 'vitest';
import { summarise } from '../../src/load/flow-summary.ts';
import { buildFlow } from '../support/build-flow.ts';

test('a way in is listed before the procedures, which keep their order', () => {
  const flows = [
    { ...buildFlow({}), id: 'a' },
    { ...buildFlow({}), id: 'way-in', entry: true as const },
    { ...buildFlow({}), id: 'z' },
  ];
  expect(summarise(flows).map(({ id }) => id)).toEqual(['way-in', 'a', 'z']);
});
