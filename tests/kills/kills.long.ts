import { expect, test } from 'vitest';
import { longRun } from '../support/long-run.ts';
import { randomFrom } from '../support/random.ts';
import { SUBJECTS } from './subjects.ts';

const { amount, seed, only } = longRun;

test.each(SUBJECTS.filter(({ name }) => only === '' || name === only))('$name', async ({ name, kill }) => {
  console.log(`kills: ${name}: ${amount} from seed ${seed}`);
  const { kills, parts } = await kill(randomFrom(seed), amount);
  console.log(`kills: ${name}: ${kills} killed, ${parts} parts left and cleared, nothing lost`);
  expect(kills).toBe(amount);
});
