// npm run bench:check: the figures of the last whole run against the targets.
import { readFileSync } from 'node:fs';
import { compare } from './compare.mjs';
import { figure } from './table.mjs';
import { TARGETS } from './targets.mjs';

const { date, node, machine, results } = JSON.parse(
  readFileSync(new URL('results/last.json', import.meta.url), 'utf8'),
);
console.log(`bench:check: the run of ${date} on ${node}, ${machine}`);
const verdicts = compare(TARGETS, results);
for (const { target, spread, verdict } of verdicts) {
  const measured = spread ? `${figure(spread.median)} ${target.unit}` : '-';
  console.log(`${verdict.padEnd(12)} ${target.id.padEnd(22)} ${measured} (${target.goal})`);
}
if (verdicts.some(({ verdict }) => verdict === 'far')) process.exitCode = 1;
