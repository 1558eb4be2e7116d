// npm run bench [-- --quick] [-- --only=engine,start-up]: measures everything as ratios of one run and writes it down.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem, type } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { compare, spreadOf } from './compare.mjs';
import { drawPlot } from './plot.mjs';
import { figure, replaceResults, writeTable } from './table.mjs';
import { TARGETS } from './targets.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const PARTS = ['start-up', 'engine', 'check', 'batch', 'package', 'growth'];
const FULL = {
  rounds: { 'start-up': 31, engine: 7, check: 5, batch: 3, package: 3 },
  seconds: 1,
  lines: 100_000,
  longLines: 1_000_000,
  most: { questions: 200, items: 2000, lines: 1_000_000 },
};
const QUICK = {
  rounds: { 'start-up': 7, engine: 2, check: 1, batch: 1, package: 1 },
  seconds: 0.3,
  lines: 5000,
  longLines: 20_000,
  most: { questions: 50, items: 500, lines: 10_000 },
};

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: PARTS.join(',') } },
});
const size = values.quick ? QUICK : FULL;
const wanted = values.only.split(',');

prepare();
/** @type {Record<string, number[]>} */
const samples = {};
/** @type {Record<string, number[]>} */
let peers = {};
// Plots come after the table, so that nothing that goes wrong with them loses it.
for (const part of PARTS.filter((name) => wanted.includes(name))) {
  if (part === 'growth') finish();
  const start = performance.now();
  await measure(part);
  console.error(`bench: ${part}: ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
if (!wanted.includes('growth')) finish();

/** The packages to measure against are installed only here, and only when somebody measures. */
function prepare() {
  if (!existsSync(`${here}../../dist/index.js`)) throw new Error('run `npm run build` first');
  if (existsSync(`${here}node_modules/survey-core`)) return;
  console.error('bench: installing the packages to measure against, in tests/bench');
  // Not `ci`: it refuses a lockfile that lacks the builds of one package for other platforms.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });
}

/** @param {string} part */
async function measure(part) {
  const { rounds, seconds, lines, longLines, most } = size;
  switch (part) {
    case 'start-up': {
      const { measureStartUp } = await import('./rows/start-up.mjs');
      return void Object.assign(samples, await measureStartUp({ rounds: rounds['start-up'] }));
    }
    case 'engine': {
      const { measureEngine } = await import('./rows/engine.mjs');
      const measured = measureEngine({ rounds: rounds.engine, seconds, allPeers: !values.quick });
      peers = measured.peers;
      return void Object.assign(samples, measured.lines);
    }
    case 'check': {
      const { measureCheck } = await import('./rows/check.mjs');
      return void Object.assign(samples, measureCheck({ rounds: rounds.check }));
    }
    case 'batch': {
      const { measureBatch } = await import('./rows/batch.mjs');
      return void Object.assign(samples, await measureBatch({ rounds: rounds.batch, lines, longLines }));
    }
    case 'package': {
      const { measurePackage } = await import('./rows/package.mjs');
      return void Object.assign(samples, measurePackage({ rounds: rounds.package }));
    }
    default:
      await measureAndDraw(most);
  }
}

/** @param {typeof FULL.most} most */
async function measureAndDraw(most) {
  const { measureGrowth } = await import('./rows/growth.mjs');
  const folder = values.quick ? `${here}results/quick-plots` : `${here}plots`;
  mkdirSync(folder, { recursive: true });
  for await (const [name, plot] of measureGrowth({ most })) {
    writeFileSync(`${folder}/${name}.svg`, drawPlot(plot));
  }
}

/** Prints the table; a whole run also writes it down. */
function finish() {
  const results = Object.fromEntries(Object.entries(samples).map(([id, list]) => [id, spreadOf(list)]));
  const shares = Object.fromEntries(Object.entries(peers).map(([name, list]) => [name, spreadOf(list)]));
  const table = writeTable(TARGETS, results);
  console.log(table);
  if (values.quick) return;
  const before = readLast();
  const last = {
    ...describeRun(),
    results: { ...before.results, ...results },
    peers: { ...before.peers, ...shares },
  };
  mkdirSync(`${here}results`, { recursive: true });
  writeFileSync(`${here}results/last.json`, `${JSON.stringify(last, null, 2)}\n`);
  const readme = `${here}README.md`;
  writeFileSync(readme, replaceResults(readFileSync(readme, 'utf8'), describeResults(last)));
}

/** What an earlier run measured, where this one measures only a part. */
function readLast() {
  const file = `${here}results/last.json`;
  if (wanted.length === PARTS.length || !existsSync(file)) return { results: {}, peers: {} };
  return JSON.parse(readFileSync(file, 'utf8'));
}

function describeRun() {
  const [cpu] = cpus();
  const machine = `${cpus().length} 核 ${cpu?.model.trim() ?? ''}，${Math.round(totalmem() / 2 ** 30)} GB，${type()}`;
  return { date: new Date().toISOString().slice(0, 10), node: process.version, machine };
}

/** @param {ReturnType<typeof describeRun> & Record<'results' | 'peers', Record<string, import('./compare.mjs').Spread>>} last */
function describeResults({ date, node, machine, results, peers: shares }) {
  const verdicts = compare(TARGETS, results).map(({ verdict }) => verdict);
  const count = (/** @type {string[]} */ ...kinds) => verdicts.filter((one) => kinds.includes(one)).length;
  const others = Object.entries(shares)
    .sort(([, one], [, other]) => other.median - one.median)
    .map(([name, { min, median, max }]) => `| ${name} | ${[min, median, max].map(figure).join(' | ')} |`);
  return [
    `${date}，Node ${node}，${machine}。${count('met')} 行达到目标，${count('missed', 'far')} 行没有，${count('not-measured')} 行没测。`,
    writeTable(TARGETS, results),
    '中立题目，每秒判断次数占手写参照的百分之几：',
    ['| 引擎 | 最小 | 中位 | 最大 |', '| --- | --- | --- | --- |', ...others].join('\n'),
  ].join('\n\n');
}
