import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const USAGE = `usage: npm run fuzz -- [--minutes 10] [--seed 1] [--only loader]
       npm run kills -- [--kills 200] [--seed 1] [--only interview]`;

/** What each run takes, and its own file of tests. */
const RUNS = {
  fuzz: { file: 'tests/fuzz/fuzz.long.ts', amount: 'minutes', usual: 10 },
  kills: { file: 'tests/kills/kills.long.ts', amount: 'kills', usual: 200 },
};

const [name, ...args] = process.argv.slice(2);
const run = name === 'fuzz' || name === 'kills' ? RUNS[name] : undefined;
const given = readOptions();
const wanted = run?.amount === 'kills' ? given?.kills : given?.minutes;
const amount = given && run ? Number(wanted ?? run.usual) : Number.NaN;
const seed = Number(given?.seed ?? Date.now() % 2 ** 31);
if (!run || !(amount > 0) || !Number.isInteger(seed)) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  const env = {
    ...process.env,
    LONG_AMOUNT: `${amount}`,
    LONG_SEED: `${seed}`,
    LONG_ONLY: given?.only ?? '',
  };
  const options = ['run', '--config', 'vitest.long.config.ts', run.file];
  const { status } = spawnSync('npx', ['vitest', ...options], { stdio: 'inherit', env });
  process.exitCode = status ?? 1;
}

function readOptions() {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    return parseArgs({ args, options: { minutes: text, kills: text, seed: text, only: text } }).values;
  } catch {
    return undefined;
  }
}
