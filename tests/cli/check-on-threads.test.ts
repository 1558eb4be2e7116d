import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ChosenFlows, checkFiles, chooseFlows } from '../../src/cli/check/check-files.ts';
import { checkOnThreads } from '../../src/cli/check/check-on-threads.ts';
import { CheckThreads } from '../../src/cli/check/check-threads.ts';
import { type FlowFiles, readFlowFiles } from '../../src/load/read-flow-files.ts';
import { packageRoot } from './package-root.ts';

const LARGE_ENOUGH = ['flows/fanwei/flow.yaml', 'flows/jiaofei/flow.yaml', 'flows/start/flow.yaml'];
const quiet = () => undefined;
let files: FlowFiles;
let chosen: ChosenFlows;
beforeAll(async () => {
  const all = await readFlowFiles(packageRoot, []);
  files = { ...all, named: new Set(LARGE_ENOUGH) };
  chosen = chooseFlows(files);
});

describe.runIf(availableParallelism() > 1)('with several processors', () => {
  test('several threads find what one finds', async () => {
    const threads = new CheckThreads(packageRoot);
    const made = await checkOnThreads(chosen, undefined, quiet, threads);
    await threads.end();
    expect([...made.keys()].toSorted()).toEqual(['fanwei', 'jiaofei', 'start']);
    expect(checkFiles(files, undefined, quiet, chosen, made)).toEqual(
      checkFiles(files, undefined, quiet, chosen),
    );
  });

  test('a thread that fails fails the run', async () => {
    const threads = new CheckThreads(new URL('nowhere/', packageRoot));
    await expect(checkOnThreads(chosen, undefined, quiet, threads)).rejects.toThrow('Cannot find module');
  });
});

test('one flow, and small ones, start no thread', async () => {
  const threads = new CheckThreads(new URL('nowhere/', packageRoot));
  for (const names of [['fanwei'], ['start', 'chaxun']]) {
    const few = { ...chosen, flows: chosen.book.flows.filter(({ id }) => names.includes(id)) };
    expect(await checkOnThreads(few, undefined, quiet, threads)).toEqual(new Map());
  }
});

test('a report that took more work than was left by then is made again with that', () => {
  const alone = checkFiles(files, undefined, quiet, chosen);
  const [first] = alone.reports;
  if (!first) throw new Error('nothing was checked');
  const greedy = { ...first, proof: { ...first.proof, work: 9_999_999 } };
  const made = new Map([
    [first.id, greedy],
    ...alone.reports.slice(1).map((report) => [report.id, { ...report, title: 'made before' }] as const),
  ]);
  const { reports } = checkFiles(files, undefined, quiet, chosen, made);
  expect(reports.slice(1).map(({ title, proven }) => [title, proven])).toEqual([
    ['缴费、断缴与补缴', false],
    ['不知道办哪件', false],
  ]);
});
