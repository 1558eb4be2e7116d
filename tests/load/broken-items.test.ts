import { expect, test } from 'vitest';
import { inFlow, problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'an unknown verdict',
    [inFlow('{ verdict: not-needed', '{ verdict: unneeded')],
    [
      'not-one-of toy/flow.yaml:71:20 “unneeded”不行，可以写：proceed、not-needed、not-eligible、elsewhere、ask-first',
    ],
  ],
  [
    'an outcome without sources',
    [inFlow('title: 不用办证, sources: [library-law] }', 'title: 不用办证 }')],
    ['sources-missing toy/flow.yaml:71:3 缺少依据：写 sources: [依据/条款]'],
  ],
  [
    'an item with empty sources',
    [
      inFlow(
        'because: 手机上的证不用照片, when: { card: phone }, sources: [library-law]',
        'because: 手机上的证不用照片, when: { card: phone }, sources: []',
      ),
    ],
    ['sources-missing toy/flow.yaml:105:65 缺少依据：写 sources: [依据/条款]'],
  ],
  [
    'an unknown source',
    [inFlow('[library-law/第六条]', '[libary-law/第六条]')],
    ['unknown-source toy/flow.yaml:102:15 没有这份依据：“libary-law”，是不是“library-law”？'],
  ],
  [
    'an unknown grade',
    [inFlow('grade: C }]', 'grade: D }]')],
    ['not-one-of toy/flow.yaml:76:50 “D”不行，可以写：A、B、C'],
  ],
  [
    'grade C alone without verify',
    [inFlow('    verify: true\n', '')],
    ['verify-missing toy/flow.yaml:76:5 依据都只有 C 级（地方文件给全国用降一级），要写 verify: true'],
  ],
  [
    'local papers of grade B for the nation without verify',
    [
      inFlow(
        '{ say: 丢了要补办, from: 2026-01-01, until: 2026-06-30, sources: [library-law] }',
        '{ say: 丢了要补办, sources: [hunan-paper] }',
      ),
    ],
    ['verify-missing toy/flow.yaml:107:23 依据都只有 C 级（地方文件给全国用降一级），要写 verify: true'],
  ],
  [
    'a hand-over to nobody',
    [inFlow('to: other,', 'to: othr,')],
    ['unknown-flow toy/flow.yaml:75:22 没有这个流程：“othr”，是不是“other”？'],
  ],
  [
    'a hand-over of a question they do not ask',
    [inFlow('with: { place: home', 'with: { plac: home')],
    ['unknown-question toy/flow.yaml:75:60 流程 other 里没有这个问题：“plac”，是不是“place”？'],
  ],
  [
    'a hand-over of a question we do not ask',
    [inFlow('with: { place: home', 'with: { place: hom')],
    ['unknown-question toy/flow.yaml:75:67 没有这个问题：“hom”，是不是“home”？'],
  ],
  [
    'a hand-over of a value they do not know',
    [inFlow('{ value: paper }', '{ value: papre }')],
    ['unknown-value toy/flow.yaml:75:81 kind 没有这个值：“papre”，是不是“paper”？'],
  ],
  [
    'hand-overs in a circle',
    [['other/flow.yaml', 'title: 可以补办,', 'title: 可以补办, hand-over: { to: toy },']],
    ['hand-over-cycle other/flow.yaml:11:62 转来转去又回到原流程：toy → other → toy'],
  ],
  [
    'a see that leads nowhere',
    [inFlow('see: other', 'see: othr')],
    ['unknown-flow toy/flow.yaml:101:10 没有这个流程：“othr”，是不是“other”？'],
  ],
  [
    'a do that is written on one line',
    [
      inFlow(
        '    do:\n      - 拍照\n      - { text: 签字, when: is-child }\n',
        '    do: [拍照,写名字, 签字]\n',
      ),
    ],
    [
      'do-inline toy/flow.yaml:93:9 do 不要写成 [ … ]，英文逗号会把一句话切开；请每个动作另起一行，用“- ”开头',
    ],
  ],
  [
    'an unknown actor',
    [inFlow('who: family', 'who: familly')],
    ['not-one-of toy/flow.yaml:96:10 “familly”不行，可以写：you、family、employer、office、hospital、tax'],
  ],
  [
    'a length in two units',
    [inFlow('{ days: 3, keeper', '{ days: 3, months: 1, keeper')],
    ['duration-form toy/flow.yaml:99:9 时长要正好写一种单位：working-days、days、months'],
  ],
  [
    'a range from more to less',
    [inFlow('working-days: [1, 5]', 'working-days: [5, 1]')],
    ['duration-form toy/flow.yaml:98:25 一段时间要写成 [最少, 最多]，如 [1, 5]'],
  ],
  [
    'days counted from a month',
    [inFlow('within: { months: 3 }', 'within: { days: 3 }')],
    ['days-from-month toy/flow.yaml:100:11 “born”只问到月份，时限要按 months 算'],
  ],
  [
    'a deadline counted from what is no date',
    [inFlow('counted-from: born', 'counted-from: card')],
    ['wrong-question-type toy/flow.yaml:100:48 “card”不行，这里要 date 或 month 类型的问题'],
  ],
  [
    'a period that ends before it begins',
    [inFlow('until: 2026-06-30', 'until: 2025-06-30')],
    ['invalid-period toy/flow.yaml:107:41 until（2025-06-30）早于 from（2026-01-01）'],
  ],
  [
    'an item that no outcome lists',
    [
      ['other/flow.yaml', 'verdict: proceed,', 'verdict: ask-first,'],
      [
        'other/flow.yaml',
        'sources: [library-law] }\n',
        'sources: [library-law] }\nnotes: { hint: { say: 好, sources: [library-law] } }\n',
      ],
    ],
    [
      'no-proceed-outcome other/flow.yaml:12:10 流程没有 proceed 的结论，这一条永远不会列出，请在 when 里写 outcome',
    ],
  ],
  [
    'two dated changes of one field',
    [
      inFlow(
        '    outcomes: { apply: { say: 更快了 } }\n',
        '    outcomes: { apply: { say: 更快了 } }\n  - from: 2028-01-01\n    outcomes: { apply: { say: 又快了 } }\n',
      ),
    ],
    ['changed-twice toy/flow.yaml:115:17 “apply”的 say 在同一层同一时间改了两次'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
