import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { GENERAL_OPTIONS } from '../../src/cli/options.ts';
import { putTable, renderOptionsTable } from '../../tools/options-table.mjs';

test('the README holds the table of options as the commands define them: npm run options-table', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toBe(putTable(readme, renderOptionsTable(COMMANDS, GENERAL_OPTIONS)));
});

test('an option that two commands have in the same words stands once', () => {
  const json = { flags: '--json', text: '输出 JSON' };
  const commands = [
    { name: 'list', options: [json] },
    { name: 'check', options: [{ flags: '--strict', text: '警告 | 错误' }, json] },
    { name: 'graph', options: [{ flags: '--json', text: '别的意思' }] },
  ];
  expect(renderOptionsTable(commands, [{ flags: '--quiet', text: '少说' }])).toMatchInlineSnapshot(`
    "| 选项 | 做什么 | 哪些命令 |
    | --- | --- | --- |
    | \`--json\` | 输出 JSON | list check |
    | \`--json\` | 别的意思 | graph |
    | \`--strict\` | 警告 \\| 错误 | check |
    | \`--quiet\` | 少说 | 全部 |"
  `);
});

test('a document without its place is an error', () => {
  expect(() => putTable('# 没有', '')).toThrow('no place for the table');
});
