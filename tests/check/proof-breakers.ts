import { inFlow } from '../support/tell-problems.ts';
import type { ToyEdit } from '../support/toy-flows.ts';
import type { RuleBreaker } from './lint-breakers.ts';

const inCases = (from: string, to: string): ToyEdit => ['toy/cases.yaml', from, to];

const asksPaid = inFlow('  home: { ask', '  paid: { ask: 缴到哪个月？, type: month }\n  home: { ask');
const familyPaid = [inFlow('- home\n  - exit', '- who: { family: [paid] }\n  - home\n  - exit'), asksPaid];
const warnings = Array.from({ length: 9 }, (_, n) => `  w${n}: { say: 第${n}条提醒。, sources: [doc] }\n`);

/** What breaks each rule of proof, overlays and cases in a sound flow, and all that is told then. */
export const PROOF_BREAKERS: readonly RuleBreaker[] = [
  [
    'outcome-without-step',
    [inFlow('when: { outcome: not-you }, ', ''), inCases(', must: [ask-family]', '')],
    ['outcome-without-step toy/flow.yaml:19:3 这个结论有时一个步骤也没有，请写一步现在该做什么'],
  ],
  [
    'outcome-without-material',
    [inFlow('id-card: { name: 身份证, ', 'id-card: { name: 身份证, when: { who: family }, ')],
    ['outcome-without-material toy/flow.yaml:18:3 这个结论有时没有材料，请写要带什么，或写一条不用带材料'],
  ],
  [
    'deadline-without-start',
    [
      ...familyPaid,
      inFlow(
        'title: 在<home.app>办, ',
        'title: 在<home.app>办, by: { within: { months: 3 }, counted-from: paid }, ',
      ),
      inCases('who: family, ', 'who: family, paid: 2026-10, '),
    ],
    [
      'deadline-without-start toy/flow.yaml:26:3 时限从“paid”算起，这条路没有问它，请先问，或把这一步限定到问过的人',
    ],
  ],
  [
    'unfilled-placeholder',
    [
      ...familyPaid,
      inFlow('title: 在<home.app>办, ', 'title: 交到<paid>的钱, '),
      inCases('who: family, ', 'who: family, paid: 2026-10, '),
    ],
    ['unfilled-placeholder toy/flow.yaml:26:3 <paid> 在这条路上没有可填的，请改用问过的题，或加一行 when'],
  ],
  [
    'contradiction',
    [
      inFlow(
        'steps:\n',
        'not-needed:\n  no-id: { name: 身份证, because: 不用带。, sources: [doc] }\nsteps:\n',
      ),
    ],
    ['contradiction toy/flow.yaml:21:3 同一样东西又要又不要：和“no-id”同时列出，请把两条的 when 错开'],
  ],
  [
    'too-long',
    [inFlow('steps:\n', `warnings:\n${warnings.join('')}steps:\n`)],
    ['too-long toy/flow.yaml:1:1 提醒有 9 条，太长了读不完，请合并、删去，或分开情形'],
  ],
  [
    'outcome-never-reached',
    [
      inFlow('- home\n  - exit', '- { when: { who: other }, then: [{ exit: third }] }\n  - home\n  - exit'),
      inFlow('materials:\n', '  third: { verdict: ask-first, title: 先问问, sources: [doc] }\nmaterials:\n'),
    ],
    ['outcome-never-reached toy/flow.yaml:21:3 怎么答都走不到这个结论，请改前面的条件，或者删去'],
  ],
  [
    'exit-never-reached',
    [inFlow('- home\n  - exit', '- { when: { who: other }, then: [{ exit: do-it }] }\n  - home\n  - exit')],
    ['exit-never-reached toy/flow.yaml:9:36 怎么答都走不到这个 exit，请改前面的条件，或者删去'],
  ],
  [
    'question-never-asked',
    [
      inFlow('- home\n  - exit', '- { when: { who: other }, then: [paid] }\n  - home\n  - exit'),
      inFlow(
        'name: 代办人身份证, ',
        'name: 代办人身份证, say: [{ when: { paid: 2026-10 }, is: 快到期了。 }, { is: 要原件。 }], ',
      ),
      asksPaid,
    ],
    ['question-never-asked toy/flow.yaml:17:3 怎么答都问不到这一题，请改前面的条件，或者删去'],
  ],
  [
    'item-never-listed',
    [
      inFlow('when: { who: family }', 'when: { who: family, outcome: not-you }'),
      inCases('must: [agent-id]', 'must: [go]'),
    ],
    ['item-never-listed toy/flow.yaml:22:29 怎么答都不会列出这一条，请改 when，或者删去'],
  ],
  [
    'item-always-listed',
    [inFlow('when: { who: family }', 'when: { who: [self, family] }')],
    [
      'options-alike toy/flow.yaml:14:34 选“self”、“family”，路和清单都一样；是故意分开写的就不用管，不是就合成一个',
      'item-always-listed toy/flow.yaml:22:29 怎么答都会列出这一条，请把 when 里多余的条件删去',
    ],
  ],
  [
    'overlay-not-shown',
    [
      ['places/43-hunan.yaml', 'steps: { go: {', 'materials: { agent-id: {'],
      inCases('who: family, ', 'who: self, '),
      inCases('must: [agent-id]', 'must: [go]'),
    ],
    [
      'overlay-not-shown places/43-hunan.yaml:5:28 没有一份湖南省的清单显示这一条和它的依据，请改 when，或在 cases.yaml 里写一个走到它的案例',
    ],
  ],
  [
    'foreign-channel',
    [['places/43-hunan.yaml', '带好身份证。', '也能用苏试办。']],
    [
      'foreign-channel places/43-hunan.yaml:5:24 这里的清单写了别处的“苏试办”，请改成本地的入口，或用 <问题.app>',
    ],
  ],
  [
    'case-invalid-answer',
    [inCases('who: self, home: "430900"', 'who: self, home: 火星')],
    ['case-invalid-answer toy/cases.yaml:3:5 案例 mine：home 不能答“火星”'],
  ],
  [
    'case-stopped-at',
    [inCases('who: self, home: "430900"', 'who: self')],
    ['case-stopped-at toy/cases.yaml:3:5 案例 mine：回答不够，停在 home 这一题'],
  ],
  [
    'case-unused-answer',
    [inCases('answers: { who: other }', 'answers: { who: other, home: "430900" }')],
    ['case-unused-answer toy/cases.yaml:5:5 案例 other：没有问到 home，这个回答多余'],
  ],
  [
    'case-wrong-outcome',
    [inCases('outcome: not-you', 'outcome: do-it')],
    ['case-wrong-outcome toy/cases.yaml:5:5 案例 other：结论应是 do-it，现在是 not-you'],
  ],
  [
    'case-missing',
    [inCases('must: [ask-family]', 'must: [go]')],
    ['case-missing toy/cases.yaml:5:5 案例 other：应该有 go，现在没有'],
  ],
  [
    'case-present',
    [inCases('must: [ask-family]', 'must-not: [ask-family]')],
    ['case-present toy/cases.yaml:5:5 案例 other：不该有 ask-family，现在有'],
  ],
  [
    'case-wrong-because',
    [inCases('must: [agent-id]', 'because: { agent-id: [home] }')],
    ['case-wrong-because toy/cases.yaml:4:5 案例 family：agent-id 的理由应是 home，现在是 who'],
  ],
  [
    'case-wrong-date',
    [inCases('must: [agent-id]', 'dates: { go: 2026-12-01 }')],
    ['case-wrong-date toy/cases.yaml:4:5 案例 family：go 的期限应到 2026-12-01，现在没有期限'],
  ],
];
