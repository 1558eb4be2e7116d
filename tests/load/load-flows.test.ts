import { expect, test } from 'vitest';
import { loadFlows } from '../../src/load/load-flows.ts';
import { compact } from '../support/compact.ts';
import { inFlow, problemsAfter } from '../support/tell-problems.ts';
import { TOY_DIVISIONS, type ToyEdit, toyFiles } from '../support/toy-flows.ts';

const { flows, common, cases, problems } = loadFlows(toyFiles(), TOY_DIVISIONS);
const toy = flows[0];

test('the toy flows have no problem', () => {
  expect(problems).toEqual([]);
});

test('the tree keeps its shape, names resolved', () => {
  expect(compact(toy?.tree.slice(1, 3))).toMatchInlineSnapshot(`
    "{kind: ask, question: reader, branches: {child: [{kind: ask, question: guardian}], unsure: []}}
    {kind: when, when: {kind: derived, name: free-entry, test: {in: [yes]}}, then: [{kind: exit, outcome: free}], else: [], unknown: else}"
  `);
});

test('questions stand in tree order, with shared words filled in', () => {
  expect(Object.keys(toy?.questions ?? {})).toEqual([
    'home',
    'reader',
    'guardian',
    'member',
    'last-visit',
    'hobbies',
    'age',
    'born',
    'card',
  ]);
  expect(toy?.questions.home).toEqual({
    id: 'home',
    type: 'place',
    ask: '住在哪个市？',
    why: '各地规定不同',
    options: [],
  });
  expect(compact(toy?.questions.reader)).toMatchInlineSnapshot(`
    "id: reader
    type: choice
    ask: 给谁办？
    options: [{id: adult, label: 大人, was: [grown-up]}, {id: child, label: [{when: {kind: answer, question: home, test: {in: [430900]}}, is: 伢儿}, {is: 小孩}]}]
    unsure: {keep: true, findOut: 看身份证}"
  `);
});

test('derived names of each kind', () => {
  expect(compact(toy?.derive)).toMatchInlineSnapshot(`
    "free-entry: {kind: condition, when: {kind: fact, fact: free-entry, test: {in: [yes]}}}
    is-child: {kind: condition, when: {kind: answer, question: reader, test: {in: [child]}}}
    fee: {kind: first-match, rows: [{when: {kind: derived, name: is-child, test: {in: [yes]}}, is: none}, {when: {kind: any, of: [{kind: answer, question: guardian, test: {in: [yes]}}, {kind: not, of: {kind: all, of: [{kind: answer, question: age, test: {op: ge, than: {literal: 18}}}, {kind: answer, question: age, test: {op: lt, than: {literal: 60}}}]}}]}, is: half}, {is: full}]}
    gap: {kind: months-between, questions: [last-visit, born]}
    band: {kind: lookup, table: bands, by: [reader, age]}
    grown: {kind: month-plus, month: born, plus: {table: months, by: [reader]}}"
  `);
});

test('a line that does not test the outcome is listed for every proceed outcome, tested first', () => {
  const whens = toy?.items.map(({ kind, id, when }) => `${kind} ${id}: ${compact([when])}`);
  expect(whens?.join('\n')).toMatchInlineSnapshot(`
    "material photo: {kind: all, of: [{kind: answer, question: card, test: {in: [paper]}}, {kind: outcome, in: [window]}]}
    material identity: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: answer, question: born, test: {op: before, than: {literal: 2010-01}}}]}
    material agent: {kind: outcome, in: [apply]}
    step submit: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: has, question: hobbies, options: [novels, history]}]}
    step wait: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: unverified, fact: free-entry, of: home}]}
    not-needed photo: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: answer, question: card, test: {in: [phone]}}]}
    warning lost: {kind: outcome, in: [apply]}
    note local: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: fact, fact: free-entry, of: home, test: {in: [yes]}}]}"
  `);
});

test('a step with all it can say', () => {
  expect(compact(toy?.items.find(({ id }) => id === 'submit'))).toMatchInlineSnapshot(`
    "kind: step
    do: [{text: 拍照}, {text: 签字, when: {kind: derived, name: is-child, test: {in: [yes]}}}]
    who: family
    id: submit
    title: 在<home.app>提交
    when: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: has, question: hobbies, options: [novels, history]}]}
    sources: [{source: library-law, at: 第六条, grade: A, seen: 2026-01-01}]
    takes: [{unit: working-days, count: [1, 5], countedFrom: 提交, keeper: office}, {unit: days, count: 3, keeper: employer}]
    by: {unit: months, count: 3, countedFrom: born, countsFirst: true, keeper: you}
    see: other"
  `);
});

test('a used material keeps the shared words and papers', () => {
  const photo = toy?.items.find(({ kind, id }) => kind === 'material' && id === 'photo');
  expect(photo).toMatchObject({
    title: '一寸照片',
    copies: 2,
    sources: [{ source: 'library-law', at: '第五条' }],
  });
});

test('a hand-over, a dated change and an overlay', () => {
  expect(compact(toy?.outcomes.window?.handOver)).toMatchInlineSnapshot(`
    "to: other
    when: {kind: answer, question: member, test: {in: [yes]}}
    with: {place: {question: home}, kind: {value: paper}}"
  `);
  expect(compact(toy?.changes)).toMatchInlineSnapshot(
    `"{add: [], change: [{kind: step, id: wait, set: {title: 等短信, sources: [{source: library-law, grade: A, seen: 2026-01-01}]}}], remove: [], outcomes: [{id: apply, set: {say: 更快了}}], from: 2027-01-01}"`,
  );
  expect(compact(common.places.entries['430000']?.overlays.toy)).toMatchInlineSnapshot(
    `"{add: [{item: {kind: step, do: [], who: you, id: queue, title: 排队, when: {kind: all, of: [{kind: outcome, in: [apply]}, {kind: derived, name: is-child, test: {in: [yes]}}]}, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}, after: submit}], change: [{kind: step, id: wait, set: {title: 等电话, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}}], remove: [{kind: material, id: agent, why: 只许本人办, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}], outcomes: [{id: free, set: {say: 凭身份证进, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}}]}"`,
  );
});

test('a flow holds the sources, terms and tables that it or a place for it uses, and no others', () => {
  expect(Object.keys(toy?.sources ?? {})).toEqual(['library-law', 'hunan-paper', 'toy-paper']);
  expect(toy?.sources['hunan-paper']).toEqual({
    id: 'hunan-paper',
    title: '湖南借书办法',
    issuer: '湖南省图书馆',
    grade: 'B',
    seen: '2026-01-03',
    place: '430000',
  });
  expect(toy?.terms).toEqual({ 户口簿: '派出所发的本子', 监护人: '管孩子的大人' });
  expect(Object.keys(toy?.tables ?? {})).toEqual(['bands', 'months']);
  expect(flows[1]).toMatchObject({ terms: {}, tables: {} });
  expect(Object.keys(flows[1]?.sources ?? {})).toEqual(['library-law']);
});

test('what all flows share', () => {
  const { places, holidays, flowTitles } = common;
  expect(flowTitles).toEqual({ toy: '办借书证', other: '补办借书证' });
  expect(holidays).toEqual([
    {
      year: 2026,
      source: 'library-law/附件',
      off: ['2026-01-01', '2026-01-02', '2026-01-03'],
      on: ['2026-01-04'],
    },
  ]);
  expect(places.groups).toEqual({ south: { name: '南方', members: ['430000', '320500'] } });
  expect(compact(places.facts['waiting-days'])).toMatchInlineSnapshot(`
    "id: waiting-days
    type: number
    name: 等几天
    findOut: 打电话问
    default: {value: 3, sources: [{source: library-law, grade: A, seen: 2026-01-01}]}"
  `);
  expect(compact(places.entries['430000']?.channels)).toMatchInlineSnapshot(
    `"app: [{name: 湘读, for: [toy], sources: [{source: hunan-paper, at: 第一条, grade: B, seen: 2026-01-03}]}]"`,
  );
  expect(compact(places.entries['430000']?.facts)).toMatchInlineSnapshot(
    `"free-entry: [{value: no, until: 2025-12-31, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}, {value: yes, from: 2026-01-01, sources: [{source: hunan-paper, grade: B, seen: 2026-01-03}]}]"`,
  );
});

test('a case has ids for labels, codes for names, and the reviewed day', () => {
  expect(compact(cases.toy)).toMatchInlineSnapshot(
    `"{id: child, title: 小孩第一次办, persona: 小明, date: 2026-01-10, answers: {home: 430900, reader: child, guardian: no, member: unsure, born: 2018-05, card: phone}, outcome: apply, must: [{kind: item, item: identity}, {kind: item, item: submit, status: possible}, {kind: text, text: 湘读, in: steps}], mustNot: [{kind: item, item: photo}, {kind: text, text: 签名, in: {item: submit}}], because: {identity: [born]}, dates: {submit: 2018-07}, position: {file: flows/toy/cases.yaml, line: 2, column: 5}}"`,
  );
});

test('everything is frozen and is plain JSON', () => {
  expect(Object.isFrozen(toy?.items[0]?.sources[0])).toBe(true);
  expect(JSON.parse(JSON.stringify(flows))).toEqual(flows);
});

test('all problems of all files are told at once, each file from its top', () => {
  const edits: ToyEdit[] = [
    inFlow('for-whom', 'for-hwom'),
    inFlow('- exit: apply', '- exit: aply'),
    inFlow('copies: 1', 'copies: 一'),
    ['shared/sources.yaml', 'grade: A', 'grade: E'],
    ['places/43-hunan.yaml', 'value: no', 'value: false'],
    ['toy/cases.yaml', 'card: phone', 'card: stone'],
  ];
  expect(problemsAfter(edits).join('\n')).toMatchInlineSnapshot(`
    "boolean-for-yes-no places/43-hunan.yaml:5:16 这里不写 false，请写 no
    not-one-of shared/sources.yaml:6:10 “E”不行，可以写：A、B、C
    unknown-value toy/cases.yaml:5:86 card 没有这个值：“stone”；已有的是 paper、phone
    missing-key toy/flow.yaml:1:1 缺少“for-whom”
    unknown-key toy/flow.yaml:4:1 不认识的键“for-hwom”，是不是“for-whom”？
    unknown-outcome toy/flow.yaml:22:11 没有这个结论：“aply”，是不是“apply”？
    wrong-type toy/flow.yaml:84:13 这里要写数字，现在是“一”"
  `);
});

test('a broken file does not hide the problems of another', () => {
  expect(
    problemsAfter([['other/flow.yaml', 'id: other', 'id: [other'], inFlow('copies: 1', 'copies: -1')]),
  ).toMatchInlineSnapshot(`
    [
      "yaml-syntax other/flow.yaml:2:1 缩进不对，请和同一层的上一行对齐",
      "wrong-type toy/flow.yaml:84:13 这里要写不小于 0 的整数，天数和月数至少是 1，现在是-1",
    ]
  `);
});

test('papers better than grade C end the mark of an uncertain line where a place changes it', () => {
  const loaded = loadFlows(
    toyFiles(
      inFlow('sources: [library-law/第六条]', 'verify: true\n    sources: [{ id: library-law, grade: C }]'),
      ['places/43-hunan.yaml', 'wait: { title', 'submit: { title'],
    ),
    TOY_DIVISIONS,
  );
  expect(loaded.problems).toEqual([]);
  expect(loaded.common.places.entries['430000']?.overlays.toy?.[0]?.change[0]?.set.verify).toBe(false);
});
