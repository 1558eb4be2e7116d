import type { TextFile } from '../../src/load/text-file.ts';
import type { Division } from '../../src/model/place.ts';

/** A few divisions, so that no test waits for the whole table. */
export const TOY_DIVISIONS: readonly Division[] = [
  city('430000', '湖南省', '湖南', 'hunan'),
  city('430100', '长沙市', '长沙', 'changsha', '430000'),
  city('430900', '益阳市', '益阳', 'yiyang', '430000'),
  city('320000', '江苏省', '江苏', 'jiangsu'),
  city('320500', '苏州市', '苏州', 'suzhou', '320000'),
  { ...city('110000', '北京市', '北京', 'beijing'), level: 'municipality' },
];

function city(code: string, name: string, short: string, pinyin: string, parent?: string): Division {
  const base = { code, name, short, pinyin: [pinyin], aliases: [] };
  return parent === undefined ? { ...base, level: 'province' } : { ...base, level: 'city', parent };
}

const toyFlow = `id: toy
title: 办借书证
aliases: [借书证]
for-whom: 想借书的人
reviewed: 2026-01-10
review-by: 2026-12-31
jurisdiction: home

tree:
  - home
  - reader:
      child: [guardian]
      unsure: []
  - when: free-entry
    then: [{ exit: free }]
    unknown: else
  - member: { yes: [last-visit], no: [] }
  - when: { home: "110000" }
    then: [hobbies, age]
  - born
  - card: { paper: [{ exit: window }], phone: [] }
  - exit: apply

questions:
  home: { use: home }
  reader:
    ask: 给谁办？
    options:
      adult: { label: 大人, was: [grown-up] }
      child: [{ when: { home: "4309" }, is: 伢儿 }, { is: 小孩 }]
    unsure: { keep: true, find-out: 看身份证 }
  guardian:
    ask: 有监护人的身份证吗？
    type: yes-no
    options: { yes: 有, no: 没有 }
    unsure: { as: no, find-out: 问家里人 }
  member: { ask: 办过吗？, type: yes-no, unsure: { as: no, find-out: 翻抽屉 } }
  last-visit: { ask: 上次哪天来的？, type: date }
  hobbies:
    ask: 想看什么？
    type: multi
    at-least: 1
    none: nothing
    options: { novels: 小说, history: 历史, nothing: 都不看 }
    no-unsure: 自己知道
  age: { ask: 几岁？, type: number, min: 0, max: 120, unit: 岁 }
  born: { ask: 哪年哪月生的？, type: month, was: [birth] }
  card:
    ask: 要哪种证？
    why: <home>两种都有
    options: { paper: 纸的, phone: 手机上的 }
    no-unsure: 自己选

derive:
  free-entry: { fact: free-entry }
  is-child: { reader: child }
  fee:
    - { when: is-child, is: none }
    - { when: { any: [{ guardian: yes }, { not: { age: { ge: 18, lt: 60 } } }] }, is: half }
    - { is: full }
  gap: { months-between: [last-visit, born] }
  band: { lookup: tables/bands, by: [reader, age] }
  grown: { month: born, plus: { lookup: tables/months, by: [reader] } }

outcomes:
  apply:
    verdict: proceed
    title: 可以办借书证
    say: [{ when: { fee: none }, is: 不收钱 }, { is: 按<fee>收 }]
    sources: [library-law/第三条]
  free: { verdict: not-needed, title: 不用办证, sources: [library-law] }
  window:
    verdict: elsewhere
    title: 到窗口办
    hand-over: { to: other, when: { member: yes }, with: { place: home, kind: { value: paper } } }
    sources: [{ id: library-law, at: 第四条, grade: C }]
    verify: true

materials:
  photo: { use: photo, when: { card: paper, outcome: window } }
  identity:
    name: 身份证
    form: 原件
    copies: 1
    one-of: [居民身份证, 户口簿]
    when: { born: { before: 2010-01 } }
    sources: [library-law/第五条]
  agent: { name: 代办人证件, in-case: 请人代办时, optional: true, sources: [library-law/第五条] }
steps:
  submit:
    title: 在<home.app>提交
    when: { hobbies: { has: [novels, history] } }
    do:
      - 拍照
      - { text: 签字, when: is-child }
    who: family
    takes:
      - { working-days: [1, 5], counted-from: 提交 }
      - { days: 3, keeper: employer }
    by: { within: { months: 3 }, counted-from: born, counts-first: true }
    see: other
    sources: [library-law/第六条]
  wait: { title: 等通知, when: { unverified: free-entry, of: home }, takes: at-once, sources: [library-law] }
not-needed:
  photo: { name: 照片, because: 手机上的证不用照片, when: { card: phone }, sources: [library-law] }
warnings:
  lost: { say: 丢了要补办, from: 2026-01-01, until: 2026-06-30, sources: [library-law] }
notes:
  local: { say: <home.province>都一样, place: home, when: { fact: free-entry }, sources: [toy-paper] }
changes:
  - from: 2027-01-01
    change: { steps: { wait: { title: 等短信, sources: [library-law] } } }
    outcomes: { apply: { say: 更快了 } }
terms: { 监护人: 管孩子的大人 }
sources:
  toy-paper: { title: 借书须知, issuer: 图书馆, grade: A, seen: 2026-01-02 }
`;

const otherFlow = `id: other
title: 补办借书证
for-whom: 丢了证的人
reviewed: 2026-01-10
review-by: 2026-12-31
tree: [place, kind, { exit: replace }]
questions:
  place: { ask: 在哪里？, type: place }
  kind: { ask: 哪种？, options: { paper: 纸的, phone: 手机上的 }, no-unsure: 自己知道 }
outcomes:
  replace: { verdict: proceed, title: 可以补办, sources: [library-law] }
`;

const nation = `place: "00"
channel-kinds: { app: 办理入口, hotline: 电话 }
groups: { south: { name: 南方, members: ["43", "320500"] } }
channels:
  app: [{ name: 读书, kind: APP, sources: [library-law] }]
  hotline: [{ name: "12345", sources: [library-law] }]
facts:
  free-entry: { type: yes-no, name: 免证入馆, find-out: 打电话问 }
  waiting-days: { type: number, name: 等几天, find-out: 打电话问, default: { value: 3, sources: [library-law] } }
`;

const hunan = `place: "43"
channels: { app: [{ name: 湘读, for: [toy], sources: [hunan-paper/第一条] }] }
facts:
  free-entry:
    - { value: no, until: 2025-12-31, sources: [hunan-paper] }
    - { value: yes, from: 2026-01-01, sources: [hunan-paper] }
overlays:
  toy:
    add: { steps: { queue: { after: submit, title: 排队, when: is-child, sources: [hunan-paper] } } }
    change: { steps: { wait: { title: 等电话, sources: [hunan-paper] } } }
    remove: { materials: { agent: { why: 只许本人办, sources: [hunan-paper] } } }
    outcomes: { free: { say: 凭身份证进, sources: [hunan-paper] } }
sources:
  hunan-paper: { title: 湖南借书办法, issuer: 湖南省图书馆, grade: B, seen: 2026-01-03, place: "43" }
`;

/** Small files that use every part of the language. Paths as in flows/. */
export const TOY_TEXTS: Readonly<Record<string, string>> = {
  'flows/toy/flow.yaml': toyFlow,
  'flows/toy/cases.yaml': `cases:
  - id: child
    title: 小孩第一次办
    persona: 小明
    answers: { home: 益阳, reader: 小孩, guardian: 没有, member: 不清楚, born: 2018-05, card: phone }
    outcome: apply
    must: [identity, { item: submit, status: possible }, { text: 湘读, in: steps, needs: places }]
    must-not: [photo, { item: submit, text: 签名 }]
    because: { identity: [born] }
    dates: { submit: 2018-07 }
`,
  'flows/other/flow.yaml': otherFlow,
  'flows/shared/questions.yaml': `home: { ask: 住在哪个市？, type: place, why: 各地规定不同 }\n`,
  'flows/shared/materials.yaml': `photo: { name: 一寸照片, copies: 2, sources: [library-law/第五条] }\n`,
  'flows/shared/sources.yaml': `library-law:
  title: 图书馆法
  number: 令第1号
  issuer: 图书馆
  issued: 2020-01-01
  grade: A
  seen: 2026-01-01
  url: https://www.example.cn/law
  note: 作者的话
unused: { title: 没人用, issuer: 某处, grade: C, seen: 2026-01-01 }
`,
  'flows/shared/terms.yaml': '户口簿: 派出所发的本子\n没出现的词: 用不到\n',
  'flows/shared/tables/bands.yaml': `title: 年龄段
columns: [谁, 岁数]
rows:
  - { match: [child, { until: 17 }], is: young }
  - { match: [adult, { from: 18 }], is: old }
sources: [library-law]
`,
  'flows/shared/tables/months.yaml': `title: 月数
columns: [谁]
rows: [{ match: [child], is: 12 }, { match: [adult], is: 0 }]
sources: [library-law]
`,
  'flows/places/00-nation.yaml': nation,
  'flows/places/43-hunan.yaml': hunan,
  'flows/holidays.yaml': `years:
  2026:
    source: library-law/附件
    off: [{ from: 2026-01-01, to: 2026-01-03 }]
    on: [2026-01-04]
`,
};

/** One replacement in one of the toy files: its name under flows/, what is there, what to write. */
export type ToyEdit = readonly [file: string, from: string, to: string];

/** The toy files, some of them changed. What an edit replaces must be there exactly once. */
export function toyFiles(...edits: readonly ToyEdit[]): TextFile[] {
  const texts = new Map(Object.entries(TOY_TEXTS));
  for (const [name, from, to] of edits) {
    const path = `flows/${name}`;
    const text = texts.get(path) ?? '';
    if (text.split(from).length !== 2) throw new Error(`${path} does not hold once: ${from}`);
    texts.set(
      path,
      text.replace(from, () => to),
    );
  }
  return [...texts].map(([path, text]) => ({ path, text }));
}
