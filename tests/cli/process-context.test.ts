import { expect, test } from 'vitest';
import { dateInChina } from '../../src/cli/process-context.ts';

test.each([
  ['2026-11-22T15:59:59Z', '2026-11-22'],
  ['2026-11-22T16:00:00Z', '2026-11-23'],
  ['2026-12-31T20:00:00Z', '2027-01-01'],
])('at %s it is %s in China, wherever the machine is', (moment, date) => {
  expect(dateInChina(Date.parse(moment))).toBe(date);
});
