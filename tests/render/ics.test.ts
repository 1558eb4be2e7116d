import { afterEach, expect, test } from 'vitest';
import type { Checklist, ChecklistItem } from '../../src/model/checklist.ts';
import { renderIcs } from '../../src/render/ics.ts';
import { readCalendar } from '../support/read-calendar.ts';
import { emergency, postedWorker } from '../support/sample-checklists.ts';

test('each time limit and each result to wait for is a day in the calendar', () => {
  const days = readCalendar(renderIcs(postedWorker)).map(({ start, allDay, summary, alarms }) => {
    return [start, allDay, summary, alarms];
  });
  expect(days).toEqual([
    ['2026-11-27', true, '在江苏医保云提交备案（该有结果了）', ['PT9H']],
    ['2027-01-31', true, '把断缴的医保补上（最迟今天）', ['-P6DT15H', '-PT15H']],
    ['2027-01-04', true, '【可能需要】等两地把关系转好【待核实】（该有结果了）', ['PT9H']],
    ['2026-03-31', true, '报以前自己垫付的钱（最迟今天）', []],
  ]);
});

test('an event tells the step and its sources, in words that hold on any day', () => {
  const [submit, payGap] = readCalendar(renderIcs(postedWorker));
  expect(submit?.description).toMatchInlineSnapshot(`
    "- 打开江苏医保云 APP，实名登录，激活医保码。
    - 参保地选南京市，就医地选成都市，备案类型选“常驻异地工作人员”。
    - 上传派出证明或工作合同的照片。
    谁办：您；多久：经办机构 1–5 个工作日办完（从提交起算）
    按2026年11月22日提交算，经办机构最迟 2026年11月27日办完；晚几天提交，就顺延几天。
    依据：苏医保发〔2022〕75号 第十条（A）
    出自2026年11月22日的《异地就医备案办事清单》，由 yibao 生成。
    有拿不准的，请打医保服务热线 12393。"
  `);
  expect(payGap?.description).toMatchInlineSnapshot(`
    "断缴超过 3 个月的，补缴后要等一段时间才能刷医保。
    谁办：单位；期限：最迟 2027年1月31日
    另见：参保登记和断缴补缴（yibao canbao）
    据江苏省规定，本地请核对
    依据：苏医保发〔2022〕75号 第十条（A）
    出自2026年11月22日的《异地就医备案办事清单》，由 yibao 生成。
    有拿不准的，请打医保服务热线 12393。"
  `);
});

test('an event leads to a paper of the web that it rests on', () => {
  const urls = readCalendar(renderIcs(postedWorker)).map(({ url }) => url);
  expect(urls).toEqual([null, null, null, 'https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html']);
});

function withSteps(...steps: readonly Partial<ChecklistItem>[]): Checklist {
  const [first] = postedWorker.steps;
  if (!first) throw new Error('no step to go by');
  return { ...postedWorker, steps: steps.map((step) => ({ ...first, ...step })) };
}

const limit = {
  earliest: '2027-01-31',
  latest: '2027-01-31',
  certain: true,
  past: false,
  basis: 'asked',
  keeper: 'you',
  missingYears: [],
  rule: [],
} as const;

test.each([
  [
    'a month is kept by its first day',
    { earliest: '2027-01', latest: '2027-01' },
    '2027-01-01',
    '（最迟这个月）',
  ],
  ['a range is kept by its first day', { earliest: '2027-01-28' }, '2027-01-28', '（最早今天到期）'],
])('%s', (_what, given, start, suffix) => {
  const [event] = readCalendar(renderIcs(withSteps({ deadline: { ...limit, ...given } })));
  expect(event).toMatchObject({ start, summary: `查医院能不能刷外地医保${suffix}` });
});

test('on a later day the same events come again, with higher numbers', () => {
  const first = readCalendar(renderIcs(postedWorker));
  const later = readCalendar(renderIcs({ ...postedWorker, date: '2026-12-01' }));
  expect(later.map(({ uid }) => uid)).toEqual(first.map(({ uid }) => uid));
  expect(new Set(first.map(({ uid }) => uid)).size).toBe(4);
  expect(first.map(({ stamp }) => stamp)).toEqual(Array(4).fill('2026-11-22T00:00:00Z'));
  for (const [index, { sequence }] of later.entries()) {
    expect(sequence).toBeGreaterThan(first[index]?.sequence ?? Number.NaN);
  }
});

test('numbers grow from day to day, over the ends of months and years', () => {
  const days = ['2023-12-31', '2024-01-01', '2024-02-29', '2024-03-01', '2026-12-31', '2027-01-01'];
  const numbers = days.map((date) => readCalendar(renderIcs({ ...postedWorker, date }))[0]?.sequence);
  expect(numbers).toEqual([0, 0, 59, 62, 1115, 1116]);
});

test('other answers make other events', () => {
  const [place, ...rest] = postedWorker.answers;
  const other = { ...postedWorker, answers: place ? [{ ...place, value: '430900' }, ...rest] : rest };
  const own = new Set(readCalendar(renderIcs(postedWorker)).map(({ uid }) => uid));
  expect(readCalendar(renderIcs(other)).filter(({ uid }) => own.has(uid))).toEqual([]);
});

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test('same inputs give the same bytes, wherever the machine is', () => {
  const texts = ['Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati'].map((name) => {
    process.env.TZ = name;
    return renderIcs(postedWorker);
  });
  expect(new Set(texts).size).toBe(1);
});

test('lines end as the standard says, and none is longer than 75 bytes', () => {
  const lines = renderIcs(postedWorker).split('\r\n');
  expect(lines.at(-1)).toBe('');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  }
});

test('a checklist without a date is refused: a calendar must not be empty', () => {
  expect(() => renderIcs(emergency)).toThrow(expect.objectContaining({ code: 'nothing-dated' }));
});
