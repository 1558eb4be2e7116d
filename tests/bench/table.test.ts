import { expect, test } from 'vitest';
import { figure, replaceResults, writeTable } from './table.mjs';

test('figures have as many digits as they can bear', () => {
  expect([0.6666, 1.7049, 12.345, 123.45].map(figure)).toEqual(['0.67', '1.70', '12.3', '123']);
});

test('the table tells each target, what was measured, and whether it was met', () => {
  const targets = [
    { id: 'run', what: '脚本', against: '`node -e 0`', unit: '×', atMost: 1.7, goal: '≤ 1.7' },
    { id: 'size', what: '包', against: '', unit: 'MB', atMost: 3, goal: '≤ 3' },
  ] as const;
  expect(writeTable(targets, { run: { min: 1.8, median: 1.9, max: 2.5 } })).toMatchInlineSnapshot(`
    "| 测什么 | 和什么比 | 目标 | 单位 | 最小 | 中位 | 最大 | 结果 |
    | --- | --- | --- | --- | --- | --- | --- | --- |
    | 脚本 | \`node -e 0\` | ≤ 1.7 | × | 1.80 | 1.90 | 2.50 | 没达到 |
    | 包 |  | ≤ 3 | MB |  |  |  | 没测 |"
  `);
});

test('only what stands between the markers is replaced', () => {
  const before = '# 题\n<!-- results -->\n旧\n<!-- /results -->\n尾\n';
  expect(replaceResults(before, '新')).toBe('# 题\n<!-- results -->\n\n新\n\n<!-- /results -->\n尾\n');
  expect(() => replaceResults('# 题\n', '新')).toThrow('no <!-- results -->');
});
