import type { Checklist, ListedSource } from '../../src/model/checklist.ts';
import { because, coming, item, listed, materials, national, provincial, steps } from './sample-items.ts';

/** Finished checklists made by hand: what the renderers get, without the engine. */

/** Posted from Nanjing to Chengdu: possible lines, local lines, deadlines of every kind, a case, an option. */
export const postedWorker: Checklist = {
  schema: 1,
  flow: { id: 'yidi', title: '异地就医备案', reviewed: '2026-11-20' },
  date: '2026-11-22',
  outcome: {
    id: 'file',
    verdict: 'proceed',
    title: '要办异地就医备案',
    text: '看病前备好案，就能在医院直接刷医保。类型选“常驻异地工作人员”。',
    because: [because.stay],
    level: 'nation',
    sources: [national],
  },
  answers: [
    {
      question: 'insured-place',
      type: 'place',
      ask: '您的医保交在哪里？',
      value: '320100',
      label: '江苏省南京市',
    },
    {
      question: 'care-place',
      type: 'place',
      ask: '您要在哪里看病？',
      value: '510100',
      label: '四川省成都市',
    },
    {
      question: 'stay',
      type: 'choice',
      ask: '在看病的地方，您是短住还是长住？',
      value: 'long',
      label: '已经或打算连续住（或工作）半年以上',
    },
    {
      question: 'reason',
      type: 'choice',
      ask: '您要看什么？',
      value: 'unsure',
      label: '不清楚',
      findOut: '问开药的医生，或看以前的认定表',
    },
    {
      question: 'channel',
      type: 'choice',
      ask: '您想怎么办？',
      value: 'unsure',
      label: '不清楚',
      treatedAs: { value: 'phone', label: '用手机办' },
      findOut: '先试手机，办不了再去窗口',
    },
  ],
  materials,
  steps,
  notNeeded: [
    item({
      kind: 'not-needed',
      id: 'referral-letter',
      title: '转诊转院证明',
      say: '单位派驻的，不用医院开转诊。',
      because: [because.stay],
    }),
    item({ kind: 'not-needed', id: 'transfer', title: '转移医保关系', say: '看病不用改参保地。' }),
  ],
  warnings: [
    item({
      kind: 'warning',
      id: 'promise-lock',
      title: '用承诺书备案的，满 6 个月才能改或撤。',
      say: '合同和派出证明更稳妥，随时能改。',
      accordingTo: ['江苏省'],
      sources: [provincial],
    }),
    item({
      kind: 'warning',
      id: 'two-places',
      title: '同时备两个地方，不能用承诺书。',
      status: 'possible',
      hangsOn: [{ question: 'several', label: '会不会同时去两个地方看病？', findOut: '按您半年内的打算' }],
      sources: [provincial],
    }),
  ],
  notes: [
    item({ kind: 'note', id: 'validity', title: '人没变、参保没变，备案长期有效，不用年年办。' }),
    item({
      kind: 'note',
      id: 'wallet',
      title: '个人账户的钱可以跨省给家人用。',
      level: 'province',
      place: '江苏省',
      sources: [coming],
    }),
  ],
  unsettled: [
    {
      test: '南京市和成都市是不是同一个统筹区',
      findOut: '打 12393 问参保地',
      otherwise: '不算异地，不用备案',
    },
  ],
  terms: [
    { term: '备案', means: '看病前先在医保系统里登记要去哪里看病。' },
    { term: '参保地', means: '交医保的那个地方。' },
    { term: '统筹区', means: '医保钱放在一起用的一片地方，多数是一个市。' },
    { term: '双通道', means: '有些贵的药，医院和指定药店都能报。' },
  ],
  localStatus: { level: 'province', place: '江苏省', hotline: '12393' },
  sources: Object.values(listed),
};

/** Taken ill away from home: nothing to file, and another procedure goes on from here. */
export const emergency: Checklist = {
  ...postedWorker,
  outcome: {
    id: 'emergency',
    verdict: 'not-needed',
    title: '先救人，急诊抢救不用备案',
    text: '急诊抢救算已经备过案。要紧的是请医院按“急诊”登记。',
    because: [{ question: 'stage', value: 'emergency', label: '在外地突然发病，正在急诊抢救' }],
    level: 'nation',
    sources: [national],
    handOver: { to: 'baoxiao', title: '手工报销', answers: { 'care-place': '510100' } },
  },
  answers: [
    {
      question: 'stage',
      type: 'choice',
      ask: '现在到哪一步了？',
      value: 'emergency',
      label: '在外地突然发病，正在急诊抢救',
    },
  ],
  materials: [item({ kind: 'material', id: 'card', title: '医保码或社保卡' })],
  steps: [
    item({
      kind: 'step',
      id: 'mark-emergency',
      title: '先救人，同时请医院登记急诊',
      do: [
        { text: '救人要紧，不用先去备案。', status: 'required' },
        { text: '告诉医院的医保办：是外地医保，请按“急诊”登记。', status: 'required' },
      ],
      who: 'family',
    }),
  ],
  notNeeded: [item({ kind: 'not-needed', id: 'filing', title: '备案', say: '急诊抢救算已经备过案。' })],
  warnings: [],
  notes: [],
  unsettled: [],
  terms: [],
  localStatus: { level: 'nation', place: '成都市', hotline: '12393' },
  sources: [listed.national as ListedSource],
};

/** As little as a checklist can hold. */
export const minimal: Checklist = {
  schema: 1,
  flow: { id: 'gongji', title: '家庭共济', reviewed: '2026-11-22' },
  date: '2026-11-22',
  outcome: {
    id: 'no-account',
    verdict: 'not-eligible',
    title: '居民医保没有个人账户，不能给家人用',
    because: [],
    level: 'nation',
    sources: [],
  },
  answers: [],
  steps: [],
  materials: [],
  notNeeded: [],
  warnings: [],
  notes: [],
  unsettled: [],
  terms: [],
  localStatus: { level: 'none', hotline: '12393' },
  sources: [],
};
