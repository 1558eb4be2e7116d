import { describe, expect, test } from 'vitest';
import { allItems, checklistText } from '../../src/check/checklist-text.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import type { Checklist } from '../../src/model/checklist.ts';
import { renderText } from '../../src/render/text.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';

const TODAY = '2026-11-22';
const loaded = await loadBuiltInFlows();
const yidi = flowOf(loaded, 'yidi');
const gongji = flowOf(loaded, 'gongji');

/** Somebody who goes to 上海 for a short while, without a referral, and files by phone. */
const FILING = {
  'on-behalf': 'self',
  reason: 'illness',
  stage: 'planning',
  'care-place': '310000',
  stay: 'short',
  referral: 'none',
  channel: 'phone',
};

function filing(place: string, date = TODAY): Checklist {
  return buildChecklist(yidi, { ...FILING, 'insured-place': place }, { date });
}

/** The lines that are not the nation's, and what is said of the place as a whole. */
function localLines(checklist: Checklist): string[] {
  const lines = allItems(checklist).filter(({ level }) => level !== 'nation');
  return [
    [checklist.localStatus.level, checklist.localStatus.place ?? ''].join(' '),
    ...lines.map(({ kind, id, place, verify }) => `${place} ${kind} ${id}${verify ? ' 待核实' : ''}`),
  ];
}

describe('the same filing in four places', () => {
  test('in 江苏 rests on its own rules', () => {
    expect(localLines(filing('320100'))).toMatchInlineSnapshot(`
      [
        "province 江苏省",
        "江苏省 step check-record",
        "江苏省 not-needed filing-form",
        "江苏省 note valid-temporary",
        "江苏省 note free-of-charge",
      ]
    `);
  });

  test('in 江西 says what one pays first', () => {
    expect(localLines(filing('360100'))).toMatchInlineSnapshot(`
      [
        "province 江西省",
        "江西省 note rate-temporary",
      ]
    `);
  });

  test('in 湖南 warns of what the web says', () => {
    expect(localLines(filing('430100'))).toMatchInlineSnapshot(`
      [
        "nation 长沙市",
        "湖南省 note outpatient-differs 待核实",
      ]
    `);
  });

  test('in a place without overlay is the nation’s, and says so', () => {
    const checklist = filing('540100');
    expect(localLines(checklist)).toMatchInlineSnapshot(`
      [
        "nation 拉萨市",
      ]
    `);
    expect(renderText(checklist)).toContain('本地规定未核对，以下按全国规定，请打 12393 核实');
  });

  test('is a different list in each', () => {
    const texts = ['320100', '360100', '430100', '540100'].map((place) =>
      checklistText(filing(place), 'all').replace(/南京市|南昌市|长沙市|拉萨市/g, '参保市'),
    );
    expect(new Set(texts).size).toBe(4);
  });

  test('names the app of 江苏 and of 湖南 in their own lists alone', () => {
    const naming = (app: string) =>
      ['320100', '360100', '430100', '540100'].filter((place) =>
        checklistText(filing(place), 'steps').includes(app),
      );
    expect(naming('江苏医保云')).toEqual(['320100']);
    expect(naming('湘医保')).toEqual(['430100']);
  });

  test('of 益阳 names no other place’s app, as a web page about it did', () => {
    const text = checklistText(filing('430900'), 'all');
    expect(text).toContain('湘医保');
    expect(['皖事通', '随申办', '合肥医保', '兰州银行'].filter((name) => text.includes(name))).toEqual([]);
  });
});

describe('the way into 家庭共济', () => {
  const wayIn = (place: string) => {
    const checklist = buildChecklist(
      gongji,
      {
        task: 'bind',
        relation: 'child',
        giver: 'funded',
        'family-insured': 'resident',
        'insured-place': place,
        'family-place': place,
        channel: 'phone',
      },
      { date: TODAY },
    );
    const step = checklist.steps.find(({ id }) => id === 'open-entry');
    const { level, place: whose } = checklist.localStatus;
    return [
      `${level} ${whose ?? ''}`,
      `${step?.level} ${step?.title}${step?.verify ? '（待核实）' : ''}`,
      ...(step?.do ?? []).map(({ text }) => text),
    ];
  };

  test('of 西安', () => {
    expect(wayIn('610100')).toMatchInlineSnapshot(`
      [
        "city 西安市",
        "province 打开陕西医保，找到家庭共济",
        "打开“陕西医保”APP 或小程序，您本人实名登录，激活医保码。",
        "点“服务”，再点“个人业务申报”，再点“家庭共济绑定”。",
        "菜单名会变，以当地公布为准；找不到，打 12393 问。",
      ]
    `);
  });

  test('of 太原', () => {
    expect(wayIn('140100')).toMatchInlineSnapshot(`
      [
        "province 山西省",
        "province 打开山西医保，找到家庭共济",
        "在微信里打开“山西医保”公众号，您本人实名登录。",
        "点“服务大厅”，再点“我的医保”“我要办”，再点“家庭账户共济”。",
        "菜单名会变，以当地公布为准；找不到，打 12393 问。",
      ]
    `);
  });

  test('of 长沙', () => {
    expect(wayIn('430100')).toMatchInlineSnapshot(`
      [
        "province 湖南省",
        "province 打开湘医保，找到家庭共济（待核实）",
        "打开“湘医保”APP 或小程序，您本人实名登录，激活医保码。",
        "网上说点“业务办理”，再点“家庭共济”，再点“共济申请”。",
        "菜单名会变，以当地公布为准；找不到，打 12393 问。",
      ]
    `);
  });

  test('of 拉萨 is the nation’s', () => {
    expect(wayIn('540100')).toMatchInlineSnapshot(`
      [
        "nation 拉萨市",
        "nation 打开国家医保服务平台 APP，找到家庭共济",
        "您本人实名登录，激活医保码，按提示刷脸。",
        "找“家庭共济”或“个人账户共济”。",
        "用国家医保服务平台 APP 的，先进“地方专区”，选您的参保地。",
        "找不到，打 12393 问从哪里进。",
      ]
    `);
  });
});

describe('rules with a first day', () => {
  const outcome = (insured: string, care: string, date: string) => {
    const answers = { ...FILING, 'insured-place': insured, 'care-place': care };
    return buildChecklist(yidi, answers, { date }).outcome;
  };

  test('in 京津冀 nobody files from 2025-04-01 on', () => {
    expect(outcome('130600', '110000', '2025-03-31').id).toBe('file');
    expect(outcome('130600', '110000', '2025-04-01').id).toBe('no-filing-jjj');
    expect(outcome('130600', '130100', TODAY).id).toBe('file');
  });

  test('within 江西 nobody files from 2023-04-01 on, within 广东 from 2022 on', () => {
    expect(outcome('360700', '360100', '2023-03-31').id).toBe('file');
    expect(outcome('360700', '360100', '2023-04-01')).toMatchObject({
      id: 'no-filing-province',
      place: '江西省',
      text: '2023 年 4 月 1 日起，江西省内看病不用备案，待遇和参保地一样，但医院要开通才能刷。',
    });
    expect(outcome('440300', '440100', '2021-12-31').id).toBe('file');
    expect(outcome('440300', '440100', '2022-01-01')).toMatchObject({
      id: 'no-filing-province',
      place: '广东省',
    });
  });

  test('常州 says that its rates changed from 2025-11-20 on', () => {
    const answers = { ...FILING, 'insured-place': '320400', referral: 'have' };
    const note = (date: string) =>
      buildChecklist(yidi, answers, { date }).notes.find(({ id }) => id === 'rate-referred')?.level;
    expect([note('2025-11-19'), note('2025-11-20')]).toEqual(['nation', 'city']);
  });
});

describe('when a filing is decided', () => {
  const decided = (place: string, date: string) =>
    filing(place, date).steps.find(({ id }) => id === 'check-record')?.doneBy;

  test('a filing on 30 December 2026 gives a range and says that the notice of 2027 is not in yet', () => {
    expect(decided('540100', '2026-12-30')).toMatchObject({
      earliest: '2027-01-04',
      latest: '2027-01-05',
      certain: false,
      missingYears: [2027],
    });
    const text = renderText(filing('540100', '2026-12-30')).replaceAll(/\s+/g, '');
    expect(text).toContain('如果今天提交，最早2027年1月4日，最迟2027年1月5日，因为2027年放假安排还没公布');
  });

  test('where it takes a single working day, as in 江苏, the day is certain', () => {
    expect(decided('320100', '2026-12-30')).toMatchObject({
      earliest: '2026-12-31',
      latest: '2026-12-31',
      certain: true,
    });
  });

  test('today’s filing has an exact day', () => {
    expect(decided('540100', TODAY)).toMatchObject({ earliest: '2026-11-24', certain: true });
  });
});
