import type { Condition } from '../../src/model/condition.ts';
import type { Flow, Item, Question } from '../../src/model/flow.ts';
import { NATION } from '../../src/model/place.ts';
import type { Citation, Grade } from '../../src/model/source.ts';

/** A procedure small enough to be seen whole: every kind of node, a branch that goes on, lines of two places. */

const cite = (source: string, at?: string, grade: Grade = 'A'): Citation => ({
  source,
  ...(at && { at }),
  grade,
  seen: '2026-05-20',
});

const law = cite('law', '第八条');
const paper = cite('paper', '三');
const always: Condition = { kind: 'all', of: [] };

const place = (id: string, ask: string): Question => ({ id, type: 'place', ask, options: [] });

const questions: Readonly<Record<string, Question>> = {
  reason: {
    id: 'reason',
    type: 'choice',
    ask: '您要看什么？',
    options: [
      { id: 'illness', label: '一般的病' },
      { id: 'chronic', label: '慢性病' },
      { id: 'injury', label: '外伤' },
    ],
    unsure: { as: 'illness', findOut: '问医生' },
  },
  fault: {
    id: 'fault',
    type: 'yes-no',
    ask: '是别人的责任吗？',
    options: [
      { id: 'yes', label: '是' },
      { id: 'no', label: '不是' },
    ],
    unsure: { keep: true, findOut: '问交警' },
  },
  'insured-place': place('insured-place', '<who>的医保交在哪个市？'),
  'care-place': place('care-place', '在哪个市看病？'),
  'last-paid': { id: 'last-paid', type: 'month', ask: '上次交到哪个月？', options: [] },
  age: { id: 'age', type: 'number', ask: '几岁？', options: [], unit: '岁' },
  signs: {
    id: 'signs',
    type: 'multi',
    ask: '有哪些情况？',
    options: [
      { id: 'lost', label: '卡丢了' },
      { id: 'broken', label: '卡坏了' },
    ],
    noUnsure: '自己一定知道。',
  },
};

const item = (fields: Pick<Item, 'id' | 'title' | 'sources'> & Partial<Item>): Item =>
  ({ kind: 'note', when: always, ...fields }) as Item;

export const sampleFlow: Flow = {
  id: 'toy',
  title: '看病备案',
  aliases: [],
  forWhom: '要看病的人',
  reviewed: '2026-05-20',
  reviewBy: '2027-05-20',
  jurisdiction: 'insured-place',
  tree: [
    {
      kind: 'ask',
      question: 'reason',
      branches: {
        chronic: [{ kind: 'ask', question: 'age' }],
        injury: [
          {
            kind: 'ask',
            question: 'fault',
            branches: { yes: [{ kind: 'exit', outcome: 'other' }], unsure: [] },
          },
        ],
      },
    },
    { kind: 'ask', question: 'insured-place' },
    {
      kind: 'when',
      when: { kind: 'derived', name: 'near', test: { in: ['yes'] } },
      // biome-ignore lint/suspicious/noThenProperty: a word of the flow language
      then: [{ kind: 'exit', outcome: 'home' }],
      else: [],
      unknown: 'else',
    },
    { kind: 'exit', outcome: 'file' },
  ],
  questions,
  derive: {
    who: {
      kind: 'first-match',
      rows: [
        { when: { kind: 'answer', question: 'reason', test: { in: ['chronic'] } }, is: '您的家人' },
        { is: '您' },
      ],
    },
    near: {
      kind: 'condition',
      when: {
        kind: 'all',
        of: [
          { kind: 'same', questions: ['insured-place', 'care-place'], at: 'province' },
          { kind: 'fact', fact: 'free', test: { in: ['yes'] } },
        ],
      },
    },
    stay: {
      kind: 'first-match',
      rows: [
        { when: { kind: 'answer', question: 'age', test: { op: 'ge', than: { literal: 60 } } }, is: 'old' },
        { when: { kind: 'answer', question: 'fault', test: { in: ['no'] } }, is: 'young' },
        { is: 'other' },
      ],
    },
    gap: { kind: 'months-between', questions: ['last-paid', 'last-paid'] },
    'retire-month': { kind: 'month-plus', month: 'last-paid', plus: { table: 'ages', by: ['reason'] } },
    'retire-age': { kind: 'lookup', table: 'ages', by: ['reason'] },
  },
  outcomes: {
    file: { id: 'file', verdict: 'proceed', title: '要备案', sources: [law, paper] },
    home: { id: 'home', verdict: 'not-needed', title: '不用备案', sources: [paper] },
    other: {
      id: 'other',
      verdict: 'elsewhere',
      title: '先找对方赔',
      sources: [cite('law', '第三十条', 'C')],
      verify: true,
    },
  },
  items: [
    item({ kind: 'material', id: 'card', title: '社保卡', sources: [law] }),
    item({
      kind: 'step',
      id: 'call',
      title: '打<insured-place.hotline>问',
      sources: [law],
      from: '2026-01-01',
    }),
    item({ id: 'unfounded', title: '这一条没有依据', sources: [] }),
  ],
  changes: [
    {
      from: '2027-01-01',
      add: [],
      change: [],
      remove: [],
      outcomes: [{ id: 'file', set: { title: '网上备案', sources: [law] } }],
    },
  ],
  terms: {},
  tables: {
    ages: { id: 'ages', title: '退休年龄表', columns: ['reason'], rows: [], sources: [law] },
  },
  sources: {
    law: {
      id: 'law',
      title: '备案通知',
      number: '医保发〔2022〕22号',
      issuer: '国家医保局',
      grade: 'A',
      seen: '2026-05-20',
      url: 'https://www.nhsa.gov.cn/a.html',
    },
    paper: {
      id: 'paper',
      title: '湖南的通知',
      issuer: '湖南省医保局',
      grade: 'A',
      seen: '2026-05-20',
      place: '430000',
    },
  },
  common: {
    divisions: [
      {
        code: '430000',
        name: '湖南省',
        short: '湖南',
        pinyin: ['hunan'],
        aliases: ['湘'],
        level: 'province',
      },
      {
        code: '430900',
        name: '益阳市',
        short: '益阳',
        pinyin: ['yiyang'],
        aliases: [],
        level: 'city',
        parent: '430000',
      },
    ],
    places: {
      facts: {
        free: { id: 'free', type: 'yes-no', name: '省内看病不用备案', findOut: '打 12393 问' },
        wait: { id: 'wait', type: 'number', name: '等待月数', findOut: '打 12393 问' },
      },
      channelKinds: { hotline: '医保热线' },
      groups: { jjj: { name: '京津冀', members: [] } },
      entries: {
        [NATION]: {
          code: NATION,
          channels: {
            hotline: [{ name: '12393', sources: [law] }],
            app: [{ name: '没用到', sources: [law] }],
          },
          facts: {},
          overlays: {},
        },
        '430900': {
          code: '430900',
          channels: { hotline: [{ name: '只给别的事项', for: ['elsewhere'], sources: [paper] }] },
          facts: {},
          overlays: {
            toy: [
              {
                add: [
                  { item: item({ kind: 'warning', id: 'closed', title: '周三不办公', sources: [paper] }) },
                ],
                change: [],
                remove: [{ kind: 'step', id: 'call', why: '窗口就能问', sources: [paper] }],
                outcomes: [],
              },
            ],
          },
        },
        '430000': {
          code: '430000',
          channels: {},
          facts: { free: [{ value: 'yes', from: '2025-01-01', sources: [paper] }], wait: [] },
          overlays: {
            toy: [
              {
                add: [],
                change: [{ kind: 'material', id: 'card', set: { title: '湘医保码', sources: [paper] } }],
                remove: [],
                outcomes: [],
              },
            ],
          },
        },
      },
    },
    holidays: [],
    flowTitles: {},
  },
};
