import { expect, test } from 'vitest';
import { inFlow, problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'a choice that says nothing of unsure',
    [inFlow('    no-unsure: 自己选\n', '')],
    ['unsure-missing toy/flow.yaml:48:3 “card”要写 unsure（不清楚怎么办），或 no-unsure（为什么一定清楚）'],
  ],
  [
    'unsure that neither counts nor stays',
    [inFlow('unsure: { as: no, find-out: 问家里人 }', 'unsure: { find-out: 问家里人 }')],
    ['unsure-form toy/flow.yaml:36:13 unsure 里 as（按哪个选项算）和 keep: true（一直不清楚）正好写一个'],
  ],
  [
    'unsure as an option that is not there',
    [inFlow('unsure: { as: no, find-out: 问家里人 }', 'unsure: { as: non, find-out: 问家里人 }')],
    ['unknown-value toy/flow.yaml:36:19 guardian 没有这个值：“non”，是不是“no”？'],
  ],
  [
    'unsure without how to find out',
    [inFlow('unsure: { as: no, find-out: 问家里人 }', 'unsure: { as: no }')],
    ['missing-key toy/flow.yaml:36:13 缺少“find-out”'],
  ],
  [
    'both unsure and no-unsure',
    [inFlow('    no-unsure: 自己选\n', '    no-unsure: 自己选\n    unsure: { as: paper, find-out: 问 }\n')],
    ['keys-exclude toy/flow.yaml:52:5 unsure 和 no-unsure 只能写一个'],
  ],
  [
    'a key of another type',
    [inFlow('type: date }', 'type: date, min: 3 }')],
    ['key-not-for-type toy/flow.yaml:38:43 date 类型的问题不能写“min”'],
  ],
  [
    'an unknown type',
    [['other/flow.yaml', 'type: place', 'type: plase']],
    [
      'not-one-of other/flow.yaml:8:29 “plase”不行，可以写：choice、multi、yes-no、place、date、month、number',
    ],
  ],
  [
    'a choice of one option',
    [['other/flow.yaml', '{ paper: 纸的, phone: 手机上的 }', '{ paper: 纸的 }']],
    ['too-few-options other/flow.yaml:9:30 选项太少，选择题至少两个'],
  ],
  [
    'max below min',
    [inFlow('max: 120', 'max: -1')],
    ['invalid-range toy/flow.yaml:46:42 max（-1）小于 min（0）'],
  ],
  [
    'at-least of 2',
    [inFlow('at-least: 1', 'at-least: 2')],
    ['not-one-of toy/flow.yaml:42:5 “2”不行，可以写：0、1'],
  ],
  [
    'a none that is no option',
    [inFlow('none: nothing', 'none: nothin')],
    ['unknown-value toy/flow.yaml:43:11 hobbies 没有这个值：“nothin”，是不是“nothing”？'],
  ],
  [
    'a placeholder that names nothing',
    [inFlow('<home>两种', '<hoem>两种')],
    ['unknown-placeholder toy/flow.yaml:50:10 文字里的 <hoem> 不是问题，也不是算出来的值，是不是“home”？'],
  ],
  [
    'a placeholder with an unknown field',
    [inFlow('<home.app>', '<home.ap>')],
    ['unknown-field toy/flow.yaml:91:12 地区没有这一项：“ap”，是不是“app”？'],
  ],
  [
    'a field of what is no place',
    [inFlow('<home.app>', '<card.app>')],
    ['field-of-no-place toy/flow.yaml:91:12 <card.app> 里点号前面要是问地区的问题'],
  ],
  [
    'a placeholder of a condition',
    [inFlow('按<fee>收', '按<is-child>收')],
    ['placeholder-is-condition toy/flow.yaml:69:51 <is-child> 是条件，没有可以印出来的文字'],
  ],
  [
    'a text whose last row has a when',
    [inFlow('{ is: 按<fee>收 }', '{ when: is-child, is: 收 }')],
    ['last-row-has-when toy/flow.yaml:69:47 最后一行不写 when，它管其余所有情形'],
  ],
  [
    'a text with a row without when',
    [inFlow('[{ when: { fee: none }, is: 不收钱 }', '[{ is: 不收钱 }')],
    ['row-without-when toy/flow.yaml:69:11 只有最后一行可以不写 when'],
  ],
  [
    'derived names that rest on each other',
    [inFlow('is-child: { reader: child }', 'is-child: { fee: none }')],
    ['derived-cycle toy/flow.yaml:56:3 算来算去又回到自己：is-child → fee → is-child'],
  ],
  [
    'months between what are no months',
    [inFlow('months-between: [last-visit, born]', 'months-between: [last-visit, age]')],
    ['wrong-question-type toy/flow.yaml:61:39 “age”不行，这里要 date 或 month 类型的问题'],
  ],
  [
    'an unknown table',
    [inFlow('lookup: tables/bands', 'lookup: tables/band')],
    ['unknown-table toy/flow.yaml:62:19 没有这张表：“tables/band”，是不是“tables/bands”？'],
  ],
  [
    'a lookup with too few columns',
    [inFlow('by: [reader, age]', 'by: [reader]')],
    ['wrong-column-count toy/flow.yaml:62:33 表 bands 有 2 列，这里给了 1 个'],
  ],
  [
    'a shared part that is not there',
    [inFlow('home: { use: home }', 'home: { use: hom }')],
    ['unknown-shared toy/flow.yaml:25:16 shared/questions.yaml 里没有“hom”，是不是“home”？'],
  ],
  [
    'a shared part under another name',
    [inFlow('  home: { use: home }', '  house: { use: home }\n  home: { use: home }')],
    ['use-is-key toy/flow.yaml:25:17 共用的部分到处同名：use 是“home”，这里却叫“house”'],
  ],
  [
    'a shared part whose type is changed',
    [inFlow('home: { use: home }', 'home: { use: home, type: date }')],
    ['fixed-in-shared toy/flow.yaml:25:22 用了 use，就不能改“type”，只能改说法'],
  ],
  [
    'a mistake in a shared part that nobody uses',
    [
      [
        'shared/materials.yaml',
        'photo: {',
        'card: { name: 证, wen: is-child, sources: [library-law] }\nphoto: {',
      ],
    ],
    ['unknown-key shared/materials.yaml:1:18 不认识的键“wen”，是不是“when”？'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
