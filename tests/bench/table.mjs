import { compare } from './compare.mjs';

const BEGIN = '<!-- results -->';
const END = '<!-- /results -->';

const VERDICTS = { met: '达到', missed: '没达到', far: '没达到，差三分之一以上', 'not-measured': '没测' };

/**
 * A number with as many digits as it can bear.
 * @param {number} value
 */
export function figure(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/**
 * The table of all targets as Markdown: min, median and max of each line.
 * @param {readonly import('./targets.mjs').Target[]} targets
 * @param {Readonly<Record<string, import('./compare.mjs').Spread>>} results
 */
export function writeTable(targets, results) {
  const rows = compare(targets, results).map(({ target, spread, verdict }) => {
    const figures = spread ? [spread.min, spread.median, spread.max].map(figure) : ['', '', ''];
    return [target.what, target.against, target.goal, target.unit, ...figures, VERDICTS[verdict]];
  });
  const head = ['测什么', '和什么比', '目标', '单位', '最小', '中位', '最大', '结果'];
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/**
 * A document with what stands between the two markers replaced. Throws if they are not there.
 * @param {string} document
 * @param {string} text
 */
export function replaceResults(document, text) {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`no ${BEGIN} … ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${text}\n\n${document.slice(end)}`;
}
