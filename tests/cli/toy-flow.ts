/** A small procedure that has a question of every type. */
export const TOY_FLOW = `id: toy
title: 试办一件事
aliases: [试办]
for-whom: 想试一试的人
reviewed: 2026-11-22
review-by: 2027-05-31
jurisdiction: home
tree:
  - who:
      other: [{ exit: not-you }]
  - home
  - papers
  - paid
  - months
  - first-day
  - agree
  - exit: do-it
questions:
  who:
    ask: 谁来办？
    why: 代办要带两个人的证件
    options: { self: 本人, family: 家人代办, other: 别人 }
    unsure: { as: self, find-out: 问问家里人 }
  home: { ask: 在哪参保？, type: place }
  papers:
    ask: 手上有什么材料？
    type: multi
    at-least: 1
    none: nothing
    no-unsure: 看一眼就知道
    options: { id-card: 身份证, hukou: 户口簿, nothing: 都没有 }
  paid: { ask: 缴到哪个月？, type: month }
  months: { ask: 缴了几个月？, type: number, min: 1, max: 600, unit: 个月 }
  first-day: { ask: 哪天开始的？, type: date }
  agree: { ask: 愿意签承诺书吗？, type: yes-no, no-unsure: 自己定 }
outcomes:
  do-it: { verdict: proceed, title: 可以办, say: 按下面的做, sources: [doc/1] }
  not-you: { verdict: not-eligible, title: 别人不能办, sources: [doc/2] }
materials:
  id-card: { name: 身份证, form: 原件, sources: [doc/3] }
  agent-id: { name: 代办人身份证, when: { who: family }, sources: [doc/3] }
steps:
  go:
    title: 到窗口办
    do:
      - 取号
      - 交材料
    takes: at-once
    sources: [doc/4]
`;

/** Cases of the toy; the second is wrong on purpose where a test asks for it. */
export const TOY_CASES = `cases:
  - id: other
    title: 别人来办
    answers: { who: other }
    outcome: not-you
    must: []
    must-not: [go]
`;

/** All answers, as ids. */
export const TOY_ANSWERS = {
  who: 'family',
  home: '430900',
  papers: ['id-card', 'hukou'],
  paid: '2026-10',
  months: 12,
  'first-day': '2026-01-05',
  agree: 'yes',
} as const;

/** The document that the toy rests on. */
export const TOY_SOURCES = `doc:
  title: 试办办法
  number: 试〔2026〕1号
  issuer: 试办局
  issued: 2026-01-01
  from: 2026-01-01
  grade: A
  seen: 2026-11-22
  url: https://www.example.gov.cn/1
`;

/** The toy as a folder of one's own holds it: with the document that it rests on. */
export const OUTSIDE_TOY_FLOW = `${TOY_FLOW}sources:\n${TOY_SOURCES.replace(/^/gm, '  ').trimEnd()}\n`;
