import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longRun } from '../support/long-run.ts';
import type { AnyTarget } from './target.ts';
import { TARGETS } from './targets.ts';

const cases = join(import.meta.dirname, 'cases');
const MINUTE = 60_000;
/** How long a failure may be made smaller. */
const SHRINKING = MINUTE / 2;

/** What was fed to a target, and how it went. */
interface Tally {
  inputs: number;
  failures: number;
}

test('no input breaks a promise, for as long as was asked', async () => {
  const { amount, only } = longRun;
  let { seed } = longRun;
  const end = Date.now() + amount * MINUTE;
  const chosen = TARGETS.filter(({ target }) => only === '' || target.name === only);
  const tallies = new Map(chosen.map(({ target }) => [target.name, { inputs: 0, failures: 0 }]));
  const told = new Set<string>();
  console.log(`fuzz: ${amount} minutes from seed ${seed}: ${[...tallies.keys()].join(', ')}`);
  for (; Date.now() < end; seed++) {
    for (const { target, numRuns } of chosen) {
      const tally = tallies.get(target.name);
      if (tally) await feed(target, { numRuns, seed }, tally, told);
    }
  }
  for (const [name, { inputs, failures }] of tallies) {
    console.log(`fuzz: ${name}: ${inputs} inputs, ${failures} failures`);
  }
  console.log(`fuzz: the last seed was ${seed - 1}`);
  expect([...told]).toEqual([]);
});

async function feed(
  { name, inputs, check }: AnyTarget,
  parameters: { numRuns: number; seed: number },
  tally: Tally,
  told: Set<string>,
): Promise<void> {
  let failedAt = Number.POSITIVE_INFINITY;
  const property = fc.asyncProperty(inputs, async (input) => {
    // Enough of shrinking: what is smaller passes unseen.
    if (Date.now() > failedAt + SHRINKING) return;
    tally.inputs += 1;
    await check(input).catch((error: unknown) => {
      failedAt = Math.min(failedAt, Date.now());
      throw error;
    });
  });
  const { failed, counterexample, errorInstance } = await fc.check(property, parameters);
  if (!failed) return;
  tally.failures += 1;
  const said =
    errorInstance instanceof Error ? (errorInstance.stack ?? errorInstance.message) : String(errorInstance);
  const kind = `${name}: ${said.split('\n')[0]?.slice(0, 60)}`;
  console.log(`fuzz: FAILURE with seed ${parameters.seed}: ${said.slice(0, 3000)}`);
  if (told.has(kind)) return;
  told.add(kind);
  keep(name, counterexample?.[0], said);
}

/** The normal tests try it again ever after. */
function keep(name: string, input: unknown, said: string): void {
  const text = `${JSON.stringify({ said: said.split('\n')[0]?.slice(0, 300), input }, null, 2)}\n`;
  const file = join(cases, `${name}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`);
  writeFileSync(file, text);
  console.log(`fuzz: kept as ${file}`);
}
