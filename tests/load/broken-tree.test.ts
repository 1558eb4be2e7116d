import { expect, test } from 'vitest';
import { inFlow, problemsAfter, type Slip } from '../support/tell-problems.ts';

const slips: readonly Slip[] = [
  [
    'a question that nobody declared',
    [inFlow('  - born\n', '  - bron\n')],
    ['unknown-question toy/flow.yaml:20:5 没有这个问题：“bron”，是不是“born”？'],
  ],
  [
    'an outcome without exit',
    [inFlow('- exit: apply', '- apply')],
    ['tree-form toy/flow.yaml:22:5 “apply”是结论，要写成 { exit: apply }'],
  ],
  [
    'an unknown exit',
    [inFlow('- exit: apply', '- exit: aply')],
    ['unknown-outcome toy/flow.yaml:22:11 没有这个结论：“aply”，是不是“apply”？'],
  ],
  [
    'a branch for no option',
    [inFlow('card: { paper:', 'card: { papre:')],
    ['unknown-value toy/flow.yaml:21:13 card 没有这个值：“papre”，是不是“paper”？'],
  ],
  [
    'branches of a date',
    [inFlow('  - born\n', '  - born: { yes: [] }\n')],
    [
      'branches-on-type toy/flow.yaml:20:5 “born”是 month 类型，不能分叉；只有 choice 和 yes-no 可以，别的请用 when',
    ],
  ],
  [
    'no branch for an answer that may stay unsure',
    [inFlow('      unsure: []\n', '')],
    [
      'unsure-branch-missing toy/flow.yaml:11:5 “reader”可以一直不清楚，要写 unsure 这一支，没有特别的就写 unsure: []',
    ],
  ],
  [
    'a branch for an unsure that counts as an option',
    [inFlow('no: [] }\n  - when', 'no: [], unsure: [] }\n  - when')],
    ['never-unsure toy/flow.yaml:17:42 “member”的“不清楚”会按一个选项算，永远不会是 unsure'],
  ],
  [
    'no branch for a condition that may be unknown: a fact',
    [inFlow('    unknown: else\n', '')],
    [
      'unknown-branch-missing toy/flow.yaml:14:5 这个条件可能不知道成不成立，要写 unknown: then、else 或另一列节点',
    ],
  ],
  [
    'no branch for a condition that may be unknown: an answer kept unsure',
    [inFlow('  - when: { home: "110000" }', '  - when: is-child')],
    [
      'unknown-branch-missing toy/flow.yaml:18:5 这个条件可能不知道成不成立，要写 unknown: then、else 或另一列节点',
    ],
  ],
  [
    'no branch for a condition that may be unknown: a question passed over',
    [inFlow('  - when: { home: "110000" }', '  - when: { guardian: yes }')],
    [
      'unknown-branch-missing toy/flow.yaml:18:5 这个条件可能不知道成不成立，要写 unknown: then、else 或另一列节点',
    ],
  ],
  [
    'no branch for a condition that may be unknown: two places',
    [inFlow('  - when: { home: "110000" }', '  - when: { same: [home, home], at: pool }')],
    [
      'unknown-branch-missing toy/flow.yaml:18:5 这个条件可能不知道成不成立，要写 unknown: then、else 或另一列节点',
    ],
  ],
  [
    'a path that runs out at the end',
    [inFlow('  - exit: apply\n', '')],
    ['path-without-exit toy/flow.yaml:21:47 这条路走到头还没有结论，请加 exit'],
  ],
  [
    'a path that runs out in an empty branch',
    [inFlow('phone: [] }\n  - exit: apply', 'phone: [], }')],
    ['path-without-exit toy/flow.yaml:21:47 这条路走到头还没有结论，请加 exit'],
  ],
  [
    'a path that runs out after a condition',
    [inFlow('  - exit: apply\n', '  - { when: { card: phone }, then: [{ exit: apply }] }\n')],
    ['path-without-exit toy/flow.yaml:22:5 这条路走到头还没有结论，请加 exit'],
  ],
  [
    'a node behind an exit',
    [inFlow('  - exit: apply\n', '  - exit: apply\n  - born\n')],
    ['after-exit toy/flow.yaml:23:5 走不到这里：前面每条路都已经有结论了'],
  ],
  [
    'a node behind branches that all exit',
    [inFlow('phone: [] }', 'phone: [{ exit: free }] }')],
    ['after-exit toy/flow.yaml:22:5 走不到这里：前面每条路都已经有结论了'],
  ],
  [
    'two questions in one node',
    [
      inFlow(
        'card: { paper: [{ exit: window }], phone: [] }',
        '{ card: { paper: [{ exit: window }] }, born: {} }',
      ),
    ],
    ['tree-form toy/flow.yaml:21:44 一个节点只能有一个问题，“card”后面又写了“born”，请另起一个“-”'],
  ],
  [
    'an unknown word for unknown',
    [inFlow('unknown: else', 'unknown: esle')],
    ['not-one-of toy/flow.yaml:16:14 “esle”不行，可以写：then、else、[…]'],
  ],
];

test.each(slips)('%s is told where it stands', (_slip, edits, told) => {
  expect(problemsAfter(edits)).toEqual(told);
});
