import { expect, test } from 'vitest';
import { problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'a place that does not exist',
    [['places/43-hunan.yaml', 'place: "43"\nchannels', 'place: "99"\nchannels']],
    ['unknown-place places/43-hunan.yaml:1:8 没有这个地区：99；请写行政区划代码并加引号，如 "43"、"4309"'],
  ],
  [
    'a fact that the nation does not declare',
    [['places/43-hunan.yaml', '  free-entry:', '  free-enty:']],
    [
      'unknown-fact places/43-hunan.yaml:4:3 places/00-nation.yaml 里没有声明这条地方规定：“free-enty”，是不是“free-entry”？',
    ],
  ],
  [
    'a fact of the wrong kind',
    [['places/43-hunan.yaml', 'value: no,', 'value: 3,']],
    ['not-one-of places/43-hunan.yaml:5:16 “3”不行，可以写：yes、no'],
  ],
  [
    'two values of a fact at once',
    [['places/43-hunan.yaml', 'until: 2025-12-31', 'until: 2026-12-31']],
    ['fact-values-overlap places/43-hunan.yaml:4:3 “free-entry”有两个值的日期重叠，请写好 from 和 until'],
  ],
  [
    'a kind of channel that the nation does not declare',
    [['places/43-hunan.yaml', 'channels: { app:', 'channels: { ap:']],
    [
      'unknown-channel-kind places/43-hunan.yaml:2:13 places/00-nation.yaml 里没有声明这类渠道：“ap”，是不是“app”？',
    ],
  ],
  [
    'a kind of channel without a national one',
    [['places/00-nation.yaml', '  hotline: [', '  hotlin: [']],
    [
      'channel-without-nation places/00-nation.yaml:2:29 渠道“hotline”没有全国的一项，没写自己渠道的地方就没有可用的',
      'unknown-channel-kind places/00-nation.yaml:6:3 places/00-nation.yaml 里没有声明这类渠道：“hotlin”，是不是“hotline”？',
    ],
  ],
  [
    'a channel for an unknown flow',
    [['places/43-hunan.yaml', 'for: [toy]', 'for: [toys]']],
    ['unknown-flow places/43-hunan.yaml:2:37 没有这个流程：“toys”，是不是“toy”？'],
  ],
  [
    'an overlay of an unknown flow',
    [['places/43-hunan.yaml', '  toy:\n', '  tyo:\n']],
    ['unknown-flow places/43-hunan.yaml:8:3 没有这个流程：“tyo”，是不是“toy”？'],
  ],
  [
    'a change of an unknown item',
    [['places/43-hunan.yaml', 'change: { steps: { wait:', 'change: { steps: { wiat:']],
    ['unknown-item places/43-hunan.yaml:10:24 流程 toy 里没有这一条：“wiat”，是不是“wait”？'],
  ],
  [
    'a change of an unknown field',
    [['places/43-hunan.yaml', 'wait: { title: 等电话', 'wait: { tilte: 等电话']],
    ['unknown-key places/43-hunan.yaml:10:32 不认识的键“tilte”，是不是“title”？'],
  ],
  [
    'a change without papers of its own',
    [['places/43-hunan.yaml', 'title: 等电话, sources: [hunan-paper]', 'title: 等电话']],
    ['sources-missing places/43-hunan.yaml:10:24 缺少依据：写 sources: [依据/条款]'],
  ],
  [
    'an added step that stands after nothing',
    [['places/43-hunan.yaml', 'after: submit', 'after: submitt']],
    ['unknown-item places/43-hunan.yaml:9:37 流程 toy 里没有这一条：“submitt”，是不是“submit”？'],
  ],
  [
    'an added step that is there already',
    [['places/43-hunan.yaml', 'steps: { queue:', 'steps: { submit:']],
    ['duplicate-id places/43-hunan.yaml:9:21 名字“submit”已经用过了，请换一个'],
  ],
  [
    'a removal without a reason',
    [['places/43-hunan.yaml', 'why: 只许本人办, ', '']],
    ['missing-key places/43-hunan.yaml:11:28 缺少“why”'],
  ],
  [
    'two changes of one field in one place',
    [
      ['places/43-hunan.yaml', '    add: { steps', '    - add: { steps'],
      ['places/43-hunan.yaml', '    change: {', '      change: {'],
      ['places/43-hunan.yaml', '    remove: {', '      remove: {'],
      [
        'places/43-hunan.yaml',
        '    outcomes: {',
        '    - place: home\n      change: { steps: { wait: { title: 等信, sources: [hunan-paper] } } }\n      outcomes: {',
      ],
    ],
    ['changed-twice places/43-hunan.yaml:13:26 “wait”的 title 在同一层同一时间改了两次'],
  ],
  [
    'a group of unknown places',
    [['places/00-nation.yaml', '"320500"]', '"329900"]']],
    [
      'unknown-place places/00-nation.yaml:3:46 没有这个地区：329900；请写行政区划代码并加引号，如 "43"、"4309"',
    ],
  ],
  [
    'a row that does not fit its table',
    [['shared/tables/bands.yaml', 'match: [adult, { from: 18 }]', 'match: [adult]']],
    ['wrong-column-count shared/tables/bands.yaml:5:14 这张表有 2 列，这一行有 1 个'],
  ],
  [
    'a holiday that ends before it begins',
    [['holidays.yaml', 'to: 2026-01-03', 'to: 2025-01-03']],
    [
      'invalid-span holidays.yaml:4:11 从 2026-01-01 到 2025-01-03 不是一段假期：结束要在开始以后，最长 31 天',
    ],
  ],
  [
    'an unknown question in a case',
    [['toy/cases.yaml', 'reader: 小孩', 'redaer: 小孩']],
    ['unknown-question toy/cases.yaml:5:26 没有这个问题：“redaer”，是不是“reader”？'],
  ],
  [
    'an unknown option in a case',
    [['toy/cases.yaml', 'reader: 小孩', 'reader: 小朋友']],
    ['unknown-value toy/cases.yaml:5:34 reader 没有这个值：“小朋友”；已有的是 adult、child'],
  ],
  [
    'an unknown item in a case',
    [['toy/cases.yaml', 'must: [identity', 'must: [idenity']],
    ['unknown-item toy/cases.yaml:7:12 流程 toy 里没有这一条：“idenity”，是不是“identity”？'],
  ],
  [
    'an unknown outcome in a case',
    [['toy/cases.yaml', 'outcome: apply', 'outcome: aply']],
    ['unknown-outcome toy/cases.yaml:6:14 没有这个结论：“aply”，是不是“apply”？'],
  ],
  [
    'an unknown reason in a case',
    [['toy/cases.yaml', 'identity: [born]', 'identity: [bron]']],
    ['unknown-name toy/cases.yaml:9:27 没有这个名字：“bron”，是不是“born”？'],
  ],
  [
    'a demand of nothing',
    [['toy/cases.yaml', '{ item: submit, status: possible }', '{ status: possible }']],
    ['demand-form toy/cases.yaml:7:22 要写 item（哪一条）或 text（哪几个字）'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
