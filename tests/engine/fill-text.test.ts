import { expect, test } from 'vitest';
import { compileFlow } from '../../src/engine/compile-flow.ts';
import { fillText } from '../../src/engine/fill-text.ts';
import type { Text } from '../../src/model/flow.ts';
import { knowledgeFrom, type TestStates } from '../support/arbitrary-states.ts';
import { buildFlow, is, keep, options, placeEntry, question } from '../support/build-flow.ts';

const channel = (name: string, fields = {}) => ({ name, sources: [], ...fields });

const flow = buildFlow({
  jurisdiction: 'home',
  questions: [
    question('stay', { options: options({ a: '短住', b: '长住<home>' }), unsure: keep }),
    question('papers', { type: 'multi' }),
    question('home', { type: 'place' }),
    question('paid', { type: 'month' }),
    question('day', { type: 'date' }),
    question('count', { type: 'number', unit: '个月' }),
  ],
  derive: {
    late: { kind: 'month-plus', month: 'paid', plus: 3 },
    kind: { kind: 'first-match', rows: [{ when: is('stay', 'a'), is: '短住人员' }, { is: '长住人员' }] },
  },
  places: {
    channelKinds: { app: '办理入口' },
    facts: { wait: { id: 'wait', type: 'number', name: '等待期', findOut: '打电话' } },
    entries: [
      placeEntry('000000', { channels: { app: [channel('国家医保服务平台')] } }),
      placeEntry('430000', {
        channels: {
          app: [
            channel('湘医保'),
            channel('别的事的小程序', { for: ['other'] }),
            channel('老入口', { until: '2025-12-31' }),
            channel('湖南政务', { for: ['toy'] }),
          ],
        },
        facts: { wait: [{ value: 3, sources: [] }] },
      }),
    ],
  },
});

const YIYANG: TestStates = { home: { value: '430900' } };

function fill(text: Text, states: TestStates = YIYANG): string {
  return fillText({ compiled: compileFlow(flow), knowledge: knowledgeFrom(flow, states) }, text);
}

test('a question stands for its answer in words', () => {
  expect(fill('您选<stay>', { stay: { value: 'a' } })).toBe('您选短住');
  expect(fill('带<papers>', { papers: { value: ['a', 'b'] } })).toBe('带甲、乙');
  expect(fill('<paid>起，<day>止', { paid: { value: '2026-09' }, day: { value: '2026-10-05' } })).toBe(
    '2026年9月起，2026年10月5日止',
  );
  expect(fill('断了<count>个月', { count: { value: 3 } })).toBe('断了 3 个月');
});

test('a space stands between what is filled in and its neighbours where Han meets a letter or digit', () => {
  expect(fill('打<count>问，“<count>”，共<count>')).toBe('打……问，“……”，共……');
  const states = { count: { value: 3 } };
  expect(fill('打<count>问，“<count>”，共<count>', states)).toBe('打 3 问，“3”，共 3');
  expect(fill('A<home>B<stay>', { ...YIYANG, stay: { value: 'a' } })).toBe('A 益阳市 B 短住');
});

test('a label may hold placeholders itself', () => {
  expect(fill('<stay>', { stay: { value: 'b' }, ...YIYANG })).toBe('长住益阳市');
});

test('a place stands for its name, its province, its channels and its facts', () => {
  expect(fill('<home>（<home.province>）')).toBe('益阳市（湖南省）');
  expect(fill('在<home.app>提交')).toBe('在湘医保或湖南政务提交');
  expect(fill('等<home.wait>个月')).toBe('等 3 个月');
});

test('a place without a channel uses the nation’s, and so does a place that is not known', () => {
  expect(fill('在<home.app>', { home: { value: '610100' } })).toBe('在国家医保服务平台');
  expect(fill('在<home.app>', {})).toBe('在国家医保服务平台');
  expect(fill('到<home>医保窗口', {})).toBe('到当地医保窗口');
  expect(fill('等待期<home.wait>', {})).toBe('等待期（以当地规定为准）');
});

test('a derived value is printed, and every value that it may still have', () => {
  expect(fill('<late>前', { paid: { value: '2026-11' } })).toBe('2027年2月前');
  expect(fill('<kind>', { stay: 'unsure' })).toBe('短住人员或长住人员');
});

test('the first row that is yes is used; one that is unknown or void is not', () => {
  const rows: Text = [{ when: is('stay', 'a'), is: '短' }, { is: '其他' }];
  expect(fill(rows, { stay: { value: 'a' } })).toBe('短');
  expect(fill(rows, { stay: 'unsure' })).toBe('其他');
  expect(fill(rows, {})).toBe('其他');
});

test('angle brackets that name nothing stay as they are', () => {
  expect(fill('<nothing> <home.nothing> 5<6')).toBe('<nothing> <home.nothing> 5<6');
});
