import { expect, test } from 'vitest';
import { SUBJECTS } from '../kills/subjects.ts';
import { randomFrom } from '../support/random.ts';

/** `npm run kills` does it 200 times each, or as often as it is told to. */
test.each(SUBJECTS)('kill -9 loses nothing and leaves nothing half: $name', async ({ kill, few }) => {
  expect(await kill(randomFrom(20261122), few)).toMatchObject({ kills: few });
});
