import { mkdirSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';

const SOURCES = ['yb-2022-22'];

/**
 * A flow of any size, in the proportions of ours: every fifth question is asked only of some, every item
 * hangs on one or two answers, and every question decides an item.
 * @param {{ questions: number, items: number }} size
 */
export function generatedFlow({ questions, items }) {
  const numbers = Array.from({ length: questions }, (_, at) => at);
  return {
    id: 'generated',
    title: '生成的流程',
    aliases: [],
    'for-whom': '量时间的人',
    reviewed: '2026-11-22',
    'review-by': '2027-11-22',
    tree: [...numbers.map(nodeOf), { exit: 'done' }],
    questions: Object.fromEntries(numbers.map((at) => [`q${at}`, questionOf(at)])),
    outcomes: { done: { verdict: 'proceed', title: '办好了', say: '照下面的做', sources: SOURCES } },
    steps: Object.fromEntries(Array.from({ length: items }, (_, at) => [`s${at}`, stepOf(at, questions)])),
  };
}

/** @param {number} at */
function nodeOf(at) {
  if (at % 5 !== 4) return `q${at}`;
  // biome-ignore lint/suspicious/noThenProperty: a word of the flow language
  return { when: { [`q${at - 1}`]: 'first' }, unknown: 'else', then: [`q${at}`] };
}

/** @param {number} at */
function questionOf(at) {
  return {
    ask: `第 ${at + 1} 件事您选哪一种？`,
    'no-unsure': '生成的题目只有这些答案',
    options: {
      first: `第 ${at + 1} 件事的头一种`,
      second: `第 ${at + 1} 件事的另一种`,
      third: `第 ${at + 1} 件事的末一种`,
    },
  };
}

/**
 * @param {number} at
 * @param {number} questions
 */
function stepOf(at, questions) {
  const option = ['first', 'second', 'third'][Math.floor(at / questions) % 3] ?? 'first';
  return {
    title: `办第 ${at + 1} 件事`,
    when: { [`q${at % questions}`]: option },
    sources: SOURCES,
  };
}

/**
 * Writes the flow into a folder of flows and tells its file.
 * @param {string} folder
 * @param {{ questions: number, items: number }} size
 */
export function writeGeneratedFlow(folder, size) {
  mkdirSync(`${folder}/generated`, { recursive: true });
  const file = `${folder}/generated/flow.yaml`;
  writeFileSync(file, stringify(generatedFlow(size), { lineWidth: 0 }));
  return file;
}
