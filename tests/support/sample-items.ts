import type { ChecklistItem, CitedSource, ListedSource } from '../../src/model/checklist.ts';

/** The lines and sources of the sample checklists. */

export const national: CitedSource = { id: 'yb-2022-22', cite: '医保发〔2022〕22号 规程第八条', grade: 'B' };
export const provincial: CitedSource = { id: 'js-2022-75', cite: '苏医保发〔2022〕75号 第十条', grade: 'A' };
const recalled: CitedSource = { id: 'yb-2024-21', cite: '医保发〔2024〕21号', grade: 'C' };
export const coming: CitedSource = {
  id: 'js-2027-1',
  cite: '苏医保发〔2026〕3号 第二条',
  grade: 'A',
  inForceFrom: '2027-01-01',
};

export const listed: Readonly<Record<string, ListedSource>> = {
  national: {
    ...national,
    cite: '医保发〔2022〕22号',
    mark: 1,
    title: '关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知',
    issuer: '国家医保局、财政部',
    url: 'https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html',
    seen: '2026-11-22',
  },
  provincial: {
    ...provincial,
    cite: '苏医保发〔2022〕75号',
    mark: 2,
    title: '江苏省异地就医经办服务规程',
    issuer: '江苏省医保局',
    seen: '2026-11-22',
    place: '江苏省',
  },
  recalled: {
    ...recalled,
    mark: 3,
    title: '关于进一步加强异地就医直接结算管理服务的通知',
    issuer: '国家医保局、财政部',
    seen: '2026-10-08',
  },
  coming: {
    ...coming,
    cite: '苏医保发〔2026〕3号',
    mark: 4,
    title: '关于个人账户跨省共济有关事项的通知',
    issuer: '江苏省医保局',
    seen: '2026-11-20',
    place: '江苏省',
  },
};

type Given = Pick<ChecklistItem, 'kind' | 'id' | 'title'> & Partial<ChecklistItem>;

/** A line with what every line has. */
export function item(given: Given): ChecklistItem {
  return { status: 'required', because: [], level: 'nation', sources: [national], ...given };
}

export const because = {
  stay: { question: 'stay', value: 'long', label: '已经或打算连续住（或工作）半年以上' },
  channel: { question: 'channel', value: 'phone', label: '用手机办' },
  reason: { question: 'reason', value: 'unsure', label: '不清楚' },
} as const;

export const materials: readonly ChecklistItem[] = [
  item({
    kind: 'material',
    id: 'identity',
    title: '身份凭证',
    oneOf: ['医保码（医保电子凭证）', '有效身份证件', '社会保障卡'],
  }),
  item({
    kind: 'material',
    id: 'posting',
    title: '派驻工作的证明',
    say: '三样里有一样就行。',
    form: '原件',
    copies: 1,
    oneOf: ['参保地单位的派出证明', '外地工作单位的证明', '工作合同'],
    because: [because.stay],
    sources: [national, provincial],
  }),
  item({
    kind: 'material',
    id: 'chronic-records',
    title: '病历或检查资料',
    status: 'possible',
    because: [because.reason],
    hangsOn: [
      {
        question: 'reason',
        label: '看的是不是门诊慢特病？',
        findOut: '问开药的医生，或看以前的认定表',
      },
    ],
  }),
  item({
    kind: 'material',
    id: 'photo',
    title: '本人照片',
    form: '照片',
    copies: 2,
    optional: true,
    level: 'city',
    place: '南京市',
    sources: [provincial],
  }),
  item({
    kind: 'material',
    id: 'agent-id',
    title: '代办人身份证件',
    form: '原件和复印件',
    inCase: '请人代办时',
    sources: [provincial],
  }),
];

export const steps: readonly ChecklistItem[] = [
  item({
    kind: 'step',
    id: 'check-hospital',
    title: '查医院能不能刷外地医保',
    do: [
      { text: '在国家医保服务平台 APP 的“异地就医”里，查成都市的医院。', status: 'required' },
      { text: '住院、普通门诊、慢特病是分开开通的，要看哪样查哪样。', status: 'required' },
      { text: '慢特病要查到具体的病，比如糖尿病、高血压。', status: 'possible' },
    ],
    who: 'you',
    takes: 'at-once',
  }),
  item({
    kind: 'step',
    id: 'submit-online',
    title: '在江苏医保云提交备案',
    do: [
      { text: '打开江苏医保云 APP，实名登录，激活医保码。', status: 'required' },
      { text: '参保地选南京市，就医地选成都市，备案类型选“常驻异地工作人员”。', status: 'required' },
      { text: '上传派出证明或工作合同的照片。', status: 'required' },
    ],
    who: 'you',
    takes: [{ unit: 'working-days', count: [1, 5], countedFrom: '提交', keeper: 'office' }],
    doneBy: {
      earliest: '2026-11-23',
      latest: '2026-11-27',
      certain: true,
      past: false,
      basis: 'today',
      keeper: 'office',
      missingYears: [],
      rule: [{ unit: 'working-days', count: [1, 5], countedFrom: '提交', keeper: 'office' }],
    },
    because: [because.channel],
    level: 'province',
    place: '江苏省',
    sources: [provincial],
  }),
  item({
    kind: 'step',
    id: 'pay-gap',
    title: '把断缴的医保补上',
    say: '断缴超过 3 个月的，补缴后要等一段时间才能刷医保。',
    who: 'employer',
    deadline: {
      earliest: '2027-01-31',
      latest: '2027-01-31',
      certain: true,
      past: false,
      basis: 'asked',
      keeper: 'employer',
      missingYears: [],
      rule: [{ unit: 'months', count: 3, keeper: 'employer' }],
    },
    see: { flow: 'canbao', title: '参保登记和断缴补缴' },
    accordingTo: ['江苏省'],
    sources: [provincial],
  }),
  item({
    kind: 'step',
    id: 'move-file',
    title: '等两地把关系转好',
    who: 'office',
    takes: [
      { unit: 'working-days', count: 10, countedFrom: '受理', keeper: 'office' },
      { unit: 'working-days', count: 15, keeper: 'office' },
    ],
    doneBy: {
      earliest: '2026-12-25',
      latest: '2027-01-04',
      certain: false,
      past: false,
      basis: 'today',
      keeper: 'office',
      missingYears: [2027],
      rule: [
        { unit: 'working-days', count: 10, countedFrom: '受理', keeper: 'office' },
        { unit: 'working-days', count: 15, keeper: 'office' },
      ],
    },
    status: 'possible',
    hangsOn: [{ fact: 'pool-is-province', label: '江苏省是否全省统筹', findOut: '打 12393 问' }],
    sources: [recalled],
    verify: true,
  }),
  item({
    kind: 'step',
    id: 'old-receipts',
    title: '报以前自己垫付的钱',
    who: 'you',
    deadline: {
      earliest: '2026-03-31',
      latest: '2026-03-31',
      certain: true,
      past: true,
      basis: 'asked',
      keeper: 'you',
      missingYears: [],
      rule: [{ unit: 'months', count: 12, keeper: 'you' }],
    },
    sources: [national, provincial],
  }),
];
