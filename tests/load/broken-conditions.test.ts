import { expect, test } from 'vitest';
import { inFlow, problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'a name that nobody declared',
    [inFlow('when: { card: phone }', 'when: { crad: phone }')],
    ['unknown-name toy/flow.yaml:105:50 没有这个名字：“crad”，是不是“card”？'],
  ],
  [
    'a bare name that nobody declared',
    [inFlow('{ when: is-child, is: none }', '{ when: is-chlid, is: none }')],
    ['unknown-name toy/flow.yaml:58:15 没有这个名字：“is-chlid”，是不是“is-child”？'],
  ],
  [
    'a question without a value',
    [inFlow('{ when: is-child, is: none }', '{ when: guardian, is: none }')],
    ['condition-form toy/flow.yaml:58:15 “guardian”是问题，要写明哪个回答，如 { guardian: yes }'],
  ],
  [
    'a first match without a value',
    [inFlow('{ text: 签字, when: is-child }', '{ text: 签字, when: fee }')],
    ['condition-form toy/flow.yaml:95:27 “fee”有几种值，要写明哪一种，如 { fee: 值 }'],
  ],
  [
    'an option that the question lacks',
    [inFlow('when: { card: phone }', 'when: { card: phon }')],
    ['unknown-value toy/flow.yaml:105:56 card 没有这个值：“phon”，是不是“phone”？'],
  ],
  [
    'a value that a first match never has',
    [inFlow('{ when: { fee: none }', '{ when: { fee: nome }')],
    ['unknown-value toy/flow.yaml:69:26 fee 没有这个值：“nome”，是不是“none”？'],
  ],
  [
    'unsure of a question that never stays unsure',
    [inFlow('{ guardian: yes }', '{ guardian: unsure }')],
    ['never-unsure toy/flow.yaml:59:35 “guardian”的“不清楚”会按一个选项算，永远不会是 unsure'],
  ],
  [
    'unsure of a question that has none',
    [inFlow('when: { card: phone }', 'when: { card: unsure }')],
    ['never-unsure toy/flow.yaml:105:56 “card”不能回答“不清楚”，不会是 unsure'],
  ],
  [
    'a multi question without has',
    [inFlow('hobbies: { has: [novels, history] }', 'hobbies: novels')],
    ['wants-has toy/flow.yaml:92:22 “hobbies”可以多选，要写成 { hobbies: { has: [选项] } }'],
  ],
  [
    'has on a choice',
    [inFlow('when: { card: phone }', 'when: { card: { has: phone } }')],
    ['has-without-multi toy/flow.yaml:105:58 “card”不是多选题，不能用 has，直接写值就行'],
  ],
  [
    'an order on a choice',
    [inFlow('when: { card: phone }', 'when: { card: { ge: phone } }')],
    ['not-comparable toy/flow.yaml:105:58 “card”不能用 ge 来比'],
  ],
  [
    'an unknown operator',
    [inFlow('{ ge: 18, lt: 60 }', '{ gte: 18, lt: 60 }')],
    ['unknown-key toy/flow.yaml:59:58 不认识的键“gte”，是不是“gt”？'],
  ],
  [
    'a month that is none',
    [inFlow('{ before: 2010-01 }', '{ before: 2010-13 }')],
    ['invalid-month toy/flow.yaml:86:29 要写年月，如 2026-11，现在是“2010-13”'],
  ],
  [
    'a number compared with a month',
    [inFlow('{ ge: 18, lt: 60 }', '{ ge: 18, lt: born }')],
    ['not-comparable toy/flow.yaml:59:70 “age”不能和“born”比先后大小'],
  ],
  [
    'an unknown fact',
    [inFlow('free-entry: { fact: free-entry }', 'free-entry: { fact: free-entri }')],
    [
      'unknown-fact toy/flow.yaml:55:23 places/00-nation.yaml 里没有声明这条地方规定：“free-entri”，是不是“free-entry”？',
    ],
  ],
  [
    'a number fact without a comparison',
    [inFlow('free-entry: { fact: free-entry }', 'free-entry: { fact: waiting-days }')],
    [
      'condition-form toy/flow.yaml:55:23 “waiting-days”不是“是或否”的规定，要写成 { fact: { waiting-days: { ge: 3 } } }',
    ],
  ],
  [
    'a fact where no jurisdiction is',
    [['other/flow.yaml', 'outcomes:', 'derive: { open: { fact: free-entry } }\noutcomes:']],
    [
      'fact-without-place other/flow.yaml:10:25 流程没有写 jurisdiction，不知道是哪里的规定，请加 of: 问地区的问题',
    ],
  ],
  [
    'a jurisdiction that is no place',
    [inFlow('jurisdiction: home', 'jurisdiction: card')],
    ['not-a-place-question toy/flow.yaml:7:15 这里要写问地区的问题，不能是“card”；已有的是 home'],
  ],
  [
    'an unknown level',
    [inFlow('is-child: { reader: child }', 'is-child: { same: [home, home], at: souht }')],
    ['unknown-group toy/flow.yaml:56:39 at 不能是“souht”，是不是“south”？'],
  ],
  [
    'same without at',
    [inFlow('is-child: { reader: child }', 'is-child: { same: [home, home] }')],
    ['missing-key toy/flow.yaml:56:15 缺少“at”'],
  ],
  [
    'same of what is no place',
    [inFlow('is-child: { reader: child }', 'is-child: { same: [home, card], at: pool }')],
    ['not-a-place-question toy/flow.yaml:56:28 这里要写问地区的问题，不能是“card”；已有的是 home'],
  ],
  [
    'a list of conditions without all or any',
    [inFlow('when: { card: phone }', 'when: [{ card: phone }]')],
    [
      'condition-form toy/flow.yaml:105:48 几个条件要放在 all（都要）或 any（有一个就行）下面，不能直接写列表',
    ],
  ],
  [
    'all, any and not deeper than 3',
    [
      inFlow(
        '{ any: [{ guardian: yes }, { not: { age: { ge: 18, lt: 60 } } }] }',
        '{ any: [{ all: [{ not: { any: [{ guardian: yes }] } }] }] }',
      ),
    ],
    ['condition-too-deep toy/flow.yaml:59:40 all、any、not 最多套 3 层，请把里面的起个名字放到 derive'],
  ],
  [
    'an unknown outcome',
    [inFlow('when: { card: paper, outcome: window }', 'when: { card: paper, outcome: windows }')],
    ['unknown-outcome toy/flow.yaml:80:54 没有这个结论：“windows”，是不是“window”？'],
  ],
  [
    'an outcome tested by the tree',
    [inFlow('  - when: { home: "110000" }', '  - when: { outcome: apply }')],
    ['outcome-too-early toy/flow.yaml:18:13 这里还没有得出结论，不能用 outcome 做条件'],
  ],
  [
    'an outcome tested by the tree through a derived name',
    [
      inFlow('is-child: { reader: child }', 'is-child: { outcome: apply }'),
      inFlow('  - when: { home: "110000" }', '  - when: is-child'),
    ],
    ['outcome-too-early toy/flow.yaml:18:5 这里还没有得出结论，不能用 outcome 做条件'],
  ],
  [
    'an unknown place',
    [inFlow('home: "110000"', 'home: "990000"')],
    ['unknown-place toy/flow.yaml:18:19 没有这个地区：990000；请写行政区划代码并加引号，如 "43"、"4309"'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
