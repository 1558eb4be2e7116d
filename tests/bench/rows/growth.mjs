import { buildChecklist, loadFlows, searchPlaces } from '../built.mjs';
import { writeGeneratedFlow } from '../generated-flow.mjs';
import { BIN, inTemporaryFolder, timeAndMemory } from '../measure.mjs';
import { people } from '../people.mjs';
import { writeLines } from './batch.mjs';

const DATE = { date: '2026-11-22' };
/** What a person types of 新疆维吾尔自治区 in pinyin, letter by letter. */
const TYPED = 'xinjiangweiwuer';

/**
 * How cost grows, as plots by file name, one after another.
 * @param {{ most: { questions: number, items: number, lines: number } }} options where each plot ends
 * @returns {AsyncGenerator<[name: string, plot: import('../plot.mjs').Plot]>}
 */
export async function* measureGrowth({ most }) {
  const upTo = (/** @type {number[]} */ steps, /** @type {number} */ last) =>
    steps.filter((step) => step <= last);
  yield ['check', growCheck(upTo([10, 20, 50, 100, 150, 200], most.questions))];
  yield ['checklist', await growChecklist(upTo([10, 50, 100, 200, 500, 1000, 2000], most.items))];
  yield ['place-search', await growSearch()];
  yield ['batch', await growBatch(upTo([1e3, 1e4, 1e5, 1e6], most.lines))];
}

/** @param {number[]} steps */
function growCheck(steps) {
  const measured = steps.map((questions) =>
    inTemporaryFolder((folder) => {
      const file = writeGeneratedFlow(folder, { questions, items: questions });
      return { x: questions, ...timeAndMemory([BIN, 'check', file]) };
    }),
  );
  return {
    title: '检查一个流程：题目越多',
    xLabel: '题目数',
    series: [
      {
        name: '时间',
        unit: '秒',
        points: measured.map(({ x, milliseconds }) => ({ x, y: milliseconds / 1000 })),
      },
      { name: '内存最高', unit: 'MB', points: measured.map(({ x, megabytes }) => ({ x, y: megabytes })) },
    ],
  };
}

/** @param {number[]} steps */
async function growChecklist(steps) {
  const points = [];
  for (const items of steps) {
    const flow = await flowOf(items);
    const answers = people(flow, 200);
    points.push({ x: items, y: timeEach((at) => buildChecklist(flow, answers[at % 200] ?? {}, DATE)) });
  }
  const series = [{ name: '一份清单', unit: '微秒', points }];
  return { title: '列一份清单：流程里的项越多', xLabel: '项数（15 题）', series };
}

/** The loader takes 500 lines in a flow; a larger one repeats them under further ids. */
const MOST_LOADED = 500;

/** @param {number} items */
async function flowOf(items) {
  const loaded = await inTemporaryFolder(async (folder) => {
    writeGeneratedFlow(folder, { questions: 15, items: Math.min(items, MOST_LOADED) });
    return await (await loadFlows({ flows: folder })).get('generated');
  });
  if (items <= MOST_LOADED) return loaded;
  const rounds = Array.from({ length: Math.ceil(items / MOST_LOADED) }, (_, round) =>
    loaded.items.map((item) => ({ ...item, id: `${item.id}-${round}` })),
  );
  return { ...loaded, items: rounds.flat().slice(0, items) };
}

/** @param {number[]} steps */
async function growBatch(steps) {
  const answers = people(await (await loadFlows()).get('yidi'), 1000).map((given) => JSON.stringify(given));
  const measured = inTemporaryFolder((folder) =>
    steps.map((lines) => {
      const input = writeLines(`${folder}/lines.ndjson`, answers, lines);
      const command = [BIN, 'batch', 'yidi', input, '--brief', '--date', '2026-11-22'];
      return { x: lines, ...timeAndMemory(command, { sink: 'null' }) };
    }),
  );
  return {
    title: '批量：行数越多',
    xLabel: '行数（--brief）',
    log: true,
    series: [
      {
        name: '时间',
        unit: '秒',
        points: measured.map(({ x, milliseconds }) => ({ x, y: milliseconds / 1000 })),
      },
      { name: '内存最高', unit: 'MB', points: measured.map(({ x, megabytes }) => ({ x, y: megabytes })) },
    ],
  };
}

async function growSearch() {
  const flow = await (await loadFlows()).get('yidi');
  const { divisions } = flow.common;
  const points = Array.from({ length: TYPED.length }, (_, at) => {
    const typed = TYPED.slice(0, at + 1);
    return { x: at + 1, y: timeEach(() => searchPlaces(divisions, typed)) };
  });
  return {
    title: '找地方：打的字越多',
    xLabel: '已经打了几个字母',
    series: [{ name: '找一次', unit: '微秒', points }],
  };
}

/**
 * Microseconds of one call, warm: the median of several runs.
 * @param {(at: number) => unknown} call
 */
function timeEach(call) {
  const runs = Array.from({ length: 7 }, () => {
    const start = performance.now();
    let done = 0;
    while (performance.now() < start + 60) call(done++);
    return ((performance.now() - start) / done) * 1000;
  });
  return runs.sort((one, other) => one - other)[3] ?? 0;
}
