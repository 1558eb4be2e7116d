import { inFlow } from '../support/tell-problems.ts';
import type { ToyEdit } from '../support/toy-flows.ts';

/** A rule, what breaks it in the toy flows, all that is told of it then, and on which day. */
export type RuleBreaker = readonly [
  code: string,
  edits: readonly ToyEdit[],
  told: readonly string[],
  date?: string,
];

export const LINT_BREAKERS: readonly RuleBreaker[] = [
  [
    'question-not-asked',
    [inFlow('  - born\n', '  - age\n')],
    ['question-not-asked toy/flow.yaml:47:3 决策树没有问到“born”，请放进 tree，或者删去'],
  ],
  [
    'asked-later',
    [inFlow('- when: { home: "110000" }', '- when: { card: paper }')],
    ['asked-later toy/flow.yaml:18:5 这里还没有一条路问过“card”，永远不会成立，请把问题移到前面'],
  ],
  [
    'asked-later',
    [inFlow('why: <home>两种都有', 'why: <card>都有')],
    ['asked-later toy/flow.yaml:50:10 文字里印了“card”，可是到这里还没有一条路问过它，请把问题移到前面'],
  ],
  [
    'exit-not-written',
    [inFlow('then: [{ exit: free }]', 'then: [{ exit: apply }]')],
    ['exit-not-written toy/flow.yaml:71:3 决策树没有写 exit: free，请写上，或者删去这个结论'],
  ],
  [
    'question-without-effect',
    [inFlow('when: { hobbies: { has: [novels, history] } }', 'when: { reader: adult }')],
    ['question-without-effect toy/flow.yaml:39:3 “hobbies”怎么答，路和清单都一样，请用上它，或者不问'],
  ],
  [
    'options-alike',
    [inFlow('has: [novels, history]', 'has: [novels]')],
    [
      'options-alike toy/flow.yaml:44:50 选“history”、“nothing”，路和清单都一样；是故意分开写的就不用管，不是就合成一个',
    ],
  ],
  [
    'derived-without-effect',
    [inFlow('[{ when: { fee: none }, is: 不收钱 }, { is: 按<fee>收 }]', '照规定收。')],
    ['derived-without-effect toy/flow.yaml:57:3 没有地方用到“fee”，请用上它，或者删去'],
  ],
  [
    'term-without-effect',
    [inFlow('有监护人的身份证吗？', '有家长的身份证吗？')],
    ['term-without-effect toy/flow.yaml:114:15 没有文字用到“监护人”这个词，请删去这条解释'],
  ],
  [
    'term-without-effect',
    [['shared/terms.yaml', '没出现的词: 用不到', '也没出现的词: 用不到']],
    ['term-without-effect shared/terms.yaml:2:9 没有文字用到“也没出现的词”这个词，请删去这条解释'],
  ],
  [
    'source-without-effect',
    [inFlow('sources: [toy-paper]', 'sources: [library-law]')],
    ['source-without-effect toy/flow.yaml:116:3 没有一条引用依据“toy-paper”，请引用它，或者删去'],
  ],
  [
    'source-without-effect',
    [['shared/sources.yaml', 'unused:', 'idle:']],
    ['source-without-effect shared/sources.yaml:10:1 没有一条引用依据“idle”，请引用它，或者删去'],
  ],
  [
    'fact-without-effect',
    [['places/00-nation.yaml', '  waiting-days: { type: number', '  opening-days: { type: number']],
    ['fact-without-effect places/00-nation.yaml:9:3 没有流程用到地方规定“opening-days”，请用上它，或者删去'],
  ],
  [
    'doubly-negated',
    [inFlow('{ not: { age: { ge: 18, lt: 60 } } }', '{ not: { not: { age: { ge: 18, lt: 60 } } } }')],
    ['doubly-negated toy/flow.yaml:59:9 条件里否定了两次，请直接写成立的那一面'],
  ],
  [
    'doubly-negated',
    [inFlow('when: is-child, is: none', 'when: { not: { member: no } }, is: none')],
    ['doubly-negated toy/flow.yaml:58:9 条件里否定了两次，请直接写成立的那一面'],
  ],
  [
    'outcome-in-some-branches',
    [
      inFlow(
        'when: { card: paper, outcome: window }',
        'when: { any: [{ outcome: window }, { card: paper }] }',
      ),
    ],
    [
      'outcome-in-some-branches toy/flow.yaml:80:24 any 里只有几支写了 outcome，别的几支会在每个结论里成立，请每一支都写 outcome，或在外面用 all 写一次',
    ],
  ],
  [
    'local-papers-alone',
    [inFlow('sources: [library-law/第六条]', 'sources: [hunan-paper]\n    verify: true')],
    [
      'local-papers-alone toy/flow.yaml:102:5 全国的一条只有地方文件做依据，清单上会写“据湖南省规定，本地请核对”，请找一找全国的文件',
    ],
  ],
  [
    'one-of-one',
    [inFlow('[居民身份证, 户口簿]', '[居民身份证]')],
    ['one-of-one toy/flow.yaml:85:5 one-of 只有一样，没得选，请直接写进 name，或再写一样'],
  ],
  [
    'shared-part-copied',
    [inFlow('name: 代办人证件, in-case: 请人代办时', 'name: 一寸照片')],
    [
      'shared-part-copied toy/flow.yaml:88:3 shared 里已经有“photo”，请写 use: photo；只在某种情形才要的，请加 in-case',
    ],
  ],
  [
    'review-before-reviewed',
    [inFlow('review-by: 2026-12-31', 'review-by: 2025-12-31')],
    ['review-before-reviewed toy/flow.yaml:6:12 review-by 早于 reviewed（2026-01-10），请改成以后的日子'],
  ],
  [
    'text-too-long',
    [inFlow('title: 等通知', 'title: 等图书馆打电话或者发短信通知再带身份证去拿借书证')],
    ['text-too-long toy/flow.yaml:103:18 约 24 个汉字，超过 20 个，请改短，或者拆成两条'],
  ],
  [
    'end-mark-missing',
    [inFlow('几岁？', '几岁')],
    ['end-mark-missing toy/flow.yaml:46:15 问句没有写完，请用“？”结尾'],
  ],
  [
    'half-width-mark',
    [inFlow('几岁？', '几岁(周岁)？')],
    ['half-width-mark toy/flow.yaml:46:15 “岁(”里的半角标点请改成全角'],
  ],
  [
    'term-out-of-reach',
    [inFlow('for-whom: 想借书的人', 'for-whom: 当监护人的人')],
    ['term-out-of-reach toy/flow.yaml:4:11 “监护人”在这里没有解释，请换成平常的说法'],
  ],
  [
    'review-overdue',
    [],
    [
      'review-overdue toy/flow.yaml:6:12 2026-12-31 以前就该再核对了，请对着依据核对一遍，再改 reviewed 和 review-by',
      'review-overdue other/flow.yaml:5:12 2026-12-31 以前就该再核对了，请对着依据核对一遍，再改 reviewed 和 review-by',
    ],
    '2027-01-01',
  ],
  [
    'seen-long-ago',
    [],
    [
      'seen-long-ago shared/sources.yaml:7:9 依据“library-law”上次是 2026-01-01 看的，过了一年，请再看一眼原文，再改 seen',
    ],
    '2027-01-02',
  ],
  [
    'item-expired',
    [],
    ['item-expired toy/flow.yaml:107:48 2026-06-30 已经到期，请换成现在的规定，或者删去'],
    '2026-07-01',
  ],
  [
    'fact-expired',
    [['places/43-hunan.yaml', 'from: 2026-01-01, sources', 'from: 2026-01-01, until: 2026-03-01, sources']],
    [
      'fact-expired places/43-hunan.yaml:5:27 2025-12-31 已经到期，请换成现在的规定，或者删去',
      'fact-expired places/43-hunan.yaml:6:46 2026-03-01 已经到期，请换成现在的规定，或者删去',
    ],
    '2026-03-02',
  ],
];
