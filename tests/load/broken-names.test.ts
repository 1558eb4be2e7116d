import { expect, test } from 'vitest';
import { inFlow, problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'an unknown key, with the nearest known one',
    [inFlow('aliases: [借书证]', 'alias: [借书证]')],
    ['unknown-key toy/flow.yaml:3:1 不认识的键“alias”，是不是“aliases”？'],
  ],
  [
    'an unknown key of an item',
    [inFlow('form: 原件', 'forms: 原件')],
    ['unknown-key toy/flow.yaml:83:5 不认识的键“forms”，是不是“form”？'],
  ],
  [
    'a half sentence that an English comma cut off',
    [inFlow('{ text: 签字, when: is-child }', '{ text: 签字,写日期, when: is-child }')],
    ['cut-by-comma toy/flow.yaml:95:20 “写日期”像是被英文逗号切开的半句话；请改用中文逗号，或给整句加引号'],
  ],
  ['a missing title', [inFlow('title: 办借书证\n', '')], ['missing-key toy/flow.yaml:1:1 缺少“title”']],
  [
    'a missing key of a step',
    [inFlow('{ title: 等通知, when:', '{ when:')],
    ['missing-key toy/flow.yaml:103:3 缺少“title”'],
  ],
  [
    'an id that is not kebab-case',
    [inFlow('  is-child: { reader: child }', '  is-child: { reader: child }\n  IsAdult: { reader: adult }')],
    ['invalid-id toy/flow.yaml:57:3 “IsAdult”不能做名字；名字用小写英文、数字和连字符，如 care-place'],
  ],
  [
    'an id that is a word of the language',
    [inFlow('  is-child: { reader: child }', '  is-child: { reader: child }\n  same: { reader: adult }')],
    ['reserved-id toy/flow.yaml:57:3 “same”是写条件用的词，不能做名字'],
  ],
  [
    'an outcome named like a question',
    [
      inFlow(
        '  free: { verdict',
        '  member: { verdict: proceed, title: 甲, sources: [library-law] }\n  free: { verdict',
      ),
    ],
    ['duplicate-id toy/flow.yaml:71:3 名字“member”已经用过了，请换一个'],
  ],
  [
    'a step named like a material',
    [inFlow('not-needed:\n', '  identity: { title: 拍照, sources: [library-law] }\nnot-needed:\n')],
    ['duplicate-id toy/flow.yaml:104:3 名字“identity”已经用过了，请换一个'],
  ],
  [
    'an id other than its folder',
    [['other/flow.yaml', 'id: other\n', 'id: others\n']],
    [
      'id-is-folder other/flow.yaml:1:5 流程的 id 要和文件夹同名：这里是“others”，文件夹是“other”',
      'unknown-flow toy/flow.yaml:75:22 没有这个流程：“other”，是不是“others”？',
      'unknown-flow toy/flow.yaml:101:10 没有这个流程：“other”，是不是“others”？',
    ],
  ],
  [
    'a date that is none',
    [inFlow('reviewed: 2026-01-10', 'reviewed: 2026-02-30')],
    ['invalid-date toy/flow.yaml:5:11 要写真实的日期，如 2026-11-22，现在是“2026-02-30”'],
  ],
  [
    'a region code without quotes',
    [inFlow('home: "110000"', 'home: 110000')],
    ['number-for-text toy/flow.yaml:18:19 110000 没加引号，会被读成数字；代码、电话、文号要写成 "110000"'],
  ],
  [
    'a phone number without quotes',
    [['places/00-nation.yaml', 'name: "12345"', 'name: 12345']],
    [
      'number-for-text places/00-nation.yaml:6:21 12345 没加引号，会被读成数字；代码、电话、文号要写成 "12345"',
    ],
  ],
  [
    'true where an answer is meant',
    [inFlow('{ guardian: yes }', '{ guardian: true }')],
    ['boolean-for-yes-no toy/flow.yaml:59:35 这里不写 true，请写 yes'],
  ],
  [
    'yes where true is meant',
    [inFlow('optional: true', 'optional: yes')],
    ['wrong-type toy/flow.yaml:88:51 这里要写 true 或 false，现在是“yes”'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
