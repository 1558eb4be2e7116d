/**
 * One line of the table: what is measured, against what, and the share or multiple it should keep to.
 * `atMost` and `atLeast` bound the median of the ratios, or the value of a line that is no ratio.
 * @typedef {{ id: string, what: string, against: string, unit: '×' | '%' | 's' | 'MB' | '个',
 *   atMost?: number, atLeast?: number, goal: string }} Target
 */

const START = '`node -e 0`';
const SCRIPTED = '`yibao yidi --answers a.json --no-input -f json`';
const NEUTRAL = '中立题目，手写的参照';
const PLAIN_BATCH = '同样的读、解析、转成文字、写，字节一样，不做判断';

/** @type {readonly Target[]} */
export const TARGETS = [
  { id: 'run-json', what: SCRIPTED, against: START, unit: '×', atMost: 1.7, goal: '≤ 1.7' },
  { id: 'run-yaml', what: '同上，回答是 YAML', against: START, unit: '×', atMost: 2.6, goal: '≤ 2.6' },
  {
    id: 'run-json-24',
    what: `${SCRIPTED}，Node 24`,
    against: `${START}，Node 24`,
    unit: '×',
    atMost: 1.5,
    goal: '≤ 1.5',
  },
  { id: 'help', what: '`yibao --help`', against: START, unit: '×', atMost: 1.6, goal: '≤ 1.6' },
  { id: 'list', what: '`yibao list`', against: START, unit: '×', atMost: 1.6, goal: '≤ 1.6' },
  { id: 'first-question', what: '伪终端里看到第一题', against: START, unit: '×', atMost: 4.5, goal: '≤ 4.5' },
  {
    id: 'engine',
    what: '引擎：回答 → 问了哪些题、列哪些项',
    against: NEUTRAL,
    unit: '%',
    atLeast: 25,
    goal: '≥ 最快的同行，争取 25 %',
  },
  {
    id: 'engine-peer',
    what: '同上',
    against: '最快的同行 json-logic-engine（编译）',
    unit: '×',
    atLeast: 1,
    goal: '≥ 1',
  },
  {
    id: 'checklist-survey',
    what: '引擎：yidi 的整份清单，有原因、依据、日期',
    against: 'survey-core 判断中立题目',
    unit: '×',
    atLeast: 50,
    goal: '≥ 50',
  },
  {
    id: 'checklist-publicodes',
    what: '同上',
    against: 'publicodes 判断中立题目',
    unit: '×',
    atLeast: 50,
    goal: '≥ 50',
  },
  {
    id: 'batch',
    what: '`batch`，整份清单，一个核',
    against: PLAIN_BATCH,
    unit: '×',
    atMost: 1.6,
    goal: '≤ 1.6',
  },
  {
    id: 'batch-workers',
    what: '`batch --workers 2`',
    against: PLAIN_BATCH,
    unit: '×',
    atMost: 0.9,
    goal: '≤ 0.9',
  },
  {
    id: 'batch-memory',
    what: '`batch`，整份清单，内存最高',
    against: '',
    unit: 'MB',
    atMost: 150,
    goal: '< 150',
  },
  {
    id: 'batch-long-memory',
    what: '`batch --brief`，一百万行，内存最高',
    against: '',
    unit: 'MB',
    atMost: 150,
    goal: '< 150',
  },
  { id: 'check', what: '`yibao check`，全部流程', against: START, unit: '×', atMost: 80, goal: '≤ 80' },
  { id: 'check-seconds', what: '`yibao check`，全部流程', against: '', unit: 's', atMost: 5, goal: '< 5' },
  { id: 'pdf', what: '一份清单的 PDF', against: START, unit: '×', atMost: 12, goal: '≤ 12' },
  { id: 'package-size', what: '发布的包，解开以后', against: '', unit: 'MB', atMost: 3, goal: '≤ 3' },
  { id: 'package-count', what: '装上几个包', against: '', unit: '个', atMost: 1, goal: '1' },
  { id: 'npx-plop', what: '从本地包 `npx yibao --help`', against: 'plop', unit: '×', atMost: 1, goal: '< 1' },
  { id: 'npx-hygen', what: '同上', against: 'hygen', unit: '×', atMost: 1, goal: '< 1' },
  { id: 'npx-create-vite', what: '同上', against: 'create-vite', unit: '×', atMost: 1, goal: '< 1' },
];
