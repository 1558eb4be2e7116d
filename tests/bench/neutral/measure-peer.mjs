// node measure-peer.mjs NAME SECONDS [agree]: decisions a second; before that, with `agree`, whether they agree
// with the reference on 2,000 interviews.
import { interviewSets } from './answer-sets.mjs';
import { problem } from './problem.mjs';
import { referenceEvaluate } from './reference.mjs';

const [name = '', seconds = '1', agree] = process.argv.slice(2);
const SETS = 2000;

const peer = await import(`../peers/${name}.mjs`);
const decide = await peer.load(problem);
const sets = interviewSets(problem, SETS);
const inputs = sets.map(peer.translate ?? ((answers) => answers));
process.stdout.write(
  `${JSON.stringify({ name, mismatches: agree ? await countMismatches() : 0, rate: await measure() })}\n`,
);

async function countMismatches() {
  let count = 0;
  for (const [at, answers] of sets.entries()) {
    const decided = await decide(inputs[at]);
    const got = peer.inCommon ? peer.inCommon(decided) : decided;
    if (JSON.stringify(got) !== JSON.stringify(referenceEvaluate(answers))) count++;
  }
  return count;
}

/** Decisions a second, after as long a warm-up. */
async function measure() {
  const perLook = Math.max(1, Math.round((await run(200, 1)) / 100));
  await run(Number(seconds) * 500, perLook);
  return Math.round(await run(Number(seconds) * 1000, perLook));
}

/**
 * @param {number} milliseconds
 * @param {number} perLook decisions between two looks at the clock
 */
async function run(milliseconds, perLook) {
  const isAsync = decide(inputs[0]) instanceof Promise;
  const start = performance.now();
  let done = 0;
  let kept = 0;
  let now = start;
  while (now < start + milliseconds) {
    for (let at = 0; at < perLook; at++, done++) {
      const decided = isAsync ? await decide(inputs[done % SETS]) : decide(inputs[done % SETS]);
      kept += decided.items.length;
    }
    now = performance.now();
  }
  if (kept === 0) throw new Error('nothing was decided');
  return (done / (now - start)) * 1000;
}
