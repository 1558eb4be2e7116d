import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { countColumns } from '../../src/render/columns.ts';
import { cutColumns, padColumns, wrapSpans, wrapText } from '../../src/render/layout.ts';

const NEVER_FIRST = /^[，。、；：？！）」』”’》〉】〕…—·]/u;
const NEVER_LAST = /[（「『“‘《〈【〔]$/u;

const han = fc.string({
  unit: fc.constantFrom(...'医保备案异地就医人员参保职工居民'),
  minLength: 1,
  maxLength: 8,
});
const latin = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
  minLength: 1,
  maxLength: 30,
});
const number = fc.integer({ min: 0, max: 99999 }).map(String);
const word = fc.oneof(
  han,
  latin,
  number,
  fc.constantFrom('医保发〔2022〕22号', '2026年11月22日', '👨‍👩‍👧', '☑️'),
);
const opening = fc.constantFrom('', '', '（', '“', '《', '「');
const closing = fc.constantFrom('', '', ' ', '， ', '，', '。', '）', '”。', '》、', '……', '？');
const sentence = fc
  .array(fc.tuple(opening, word, closing), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.map((part) => part.join('')).join(''));

const withoutSpaces = (text: string): string => text.replaceAll(' ', '');

test('wraps Chinese text by Chinese rules', () => {
  const text =
    '跨省临时外出就医人员备案有效期原则上不少于 6 个月（见医保发〔2022〕22号 规程第八条），有效期内可在“就医地”多次就诊。请在2026年12月11日前登录国家医保服务平台 APP 办理[1][2]。';
  expect(wrapText(text, 30).join('\n')).toMatchInlineSnapshot(`
    "跨省临时外出就医人员备案有效期
    原则上不少于 6 个月（见
    医保发〔2022〕22号 规程
    第八条），有效期内可在“就医
    地”多次就诊。请在
    2026年12月11日前登录国家医保服
    务平台 APP 办理[1][2]。"
  `);
});

test.each([
  ['a comma stays with the word before it', '参保地医保，备案', 10, ['参保地医', '保，备案']],
  ['an opening bracket goes with the word after it', '参保地医（备案）', 10, ['参保地医', '（备案）']],
  ['two closing marks stay together', '参保地“医保”。备案', 12, ['参保地“医', '保”。备案']],
  ['a document number stays whole', '依据是国医保发〔2022〕22号', 22, ['依据', '是国医保发〔2022〕22号']],
  ['a date stays whole', '请到2026年11月22日办好它', 18, ['请到2026年11月22日', '办好它']],
  ['a number stays with its unit', '要在提交后 10 个工作日里办', 16, ['要在提交后', '10 个工作日里办']],
  ['a Latin word stays whole', '请先打开 Alipay 小程序', 14, ['请先打开', 'Alipay 小程序']],
  [
    'a word longer than a line is cut',
    '见https://www.nhsa.gov.cn/art/2022',
    12,
    ['见', 'https://www.', 'nhsa.gov.cn/', 'art/2022'],
  ],
  ['a short bracket stays whole', '在线提交备案的申请【待核实】', 22, ['在线提交备案的申请', '【待核实】']],
  ['the number of a source stays with its line', '提交异地备案[12]', 12, ['提交异', '地备案[12]']],
])('%s', (_, text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

test('a last line of one character takes company from the line before', () => {
  expect(wrapText('请带上身份证和户口簿到窗口办', 26)).toEqual(['请带上身份证和户口簿到', '窗口办']);
});

test('no line is wider than asked, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(sentence, fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 2, max: 90 }),
      (text, width) => {
        for (const line of wrapText(text, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      },
    ),
  );
});

test('a character drawn wider than a line is taken apart', () => {
  expect(wrapText(`ｶ${'ﾞ'.repeat(7)}`, 4)).toEqual(['ｶﾞﾞﾞ', 'ﾞﾞﾞﾞ']);
});

test('wrapped lines joined give back the text', () => {
  fc.assert(
    fc.property(
      fc.oneof(sentence, fc.string({ unit: 'binary' })),
      fc.integer({ min: 2, max: 90 }),
      (text, width) => {
        expect(withoutSpaces(wrapText(text, width).join(''))).toBe(withoutSpaces(text));
      },
    ),
  );
});

test('no line begins with a closing mark or ends with an opening one', () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 10, max: 90 }), (text, width) => {
      const lines = wrapText(text, width);
      for (const line of lines.slice(1)) expect(line).not.toMatch(NEVER_FIRST);
      for (const line of lines.slice(0, -1)) expect(line).not.toMatch(NEVER_LAST);
    }),
    { numRuns: 500 },
  );
});

test('a Latin word or a document number that fits on a line is never split', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(han, latin), { maxLength: 8 }),
      fc.integer({ min: 38, max: 90 }),
      (pairs, width) => {
        const text = pairs.map(([before, after]) => `${before}${after}，见国医保发〔2022〕22号；`).join('');
        const lines = wrapText(text, width);
        for (const [, after] of pairs) expect(lines.some((line) => line.includes(after))).toBe(true);
        const whole = lines.filter((line) => line.includes('国医保发〔2022〕22号')).join('');
        expect(whole.split('国医保发〔2022〕22号')).toHaveLength(pairs.length + 1);
      },
    ),
  );
});

test('spans keep their roles across lines', () => {
  const spans = [{ text: '请带上' }, { text: '户口簿首页', role: 'bold' }, { text: '到窗口' }] as const;
  expect(wrapSpans(spans, 12)).toEqual([
    [{ text: '请带上' }, { text: '户口簿', role: 'bold' }],
    [{ text: '首页', role: 'bold' }, { text: '到窗口' }],
  ]);
});

test('pads and cuts by columns', () => {
  expect(countColumns('医保 APP')).toBe(8);
  expect(padColumns('医保', 6)).toBe('医保  ');
  expect(padColumns('医保备案', 6)).toBe('医保备案');
  expect(cutColumns('医保备案', 8)).toBe('医保备案');
  expect(cutColumns('医保备案', 6)).toBe('医保…');
  expect(cutColumns('医保备案', 1)).toBe('');
});

test('cut text is never wider than asked', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 40 }), (text, columns) => {
      expect(countColumns(cutColumns(text, columns))).toBeLessThanOrEqual(columns);
    }),
  );
});
