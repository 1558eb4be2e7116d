import { expect, test } from 'vitest';
import { renderHtml } from '../../src/render/html.ts';
import { escapeHtml, html, linkTo } from '../../src/render/html-escape.ts';
import { bodyOf, tagsOf, wordsOf } from '../support/read-html.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';

test('a page reads as the form does, materials before steps and sources at the foot', () => {
  expect(wordsOf(renderHtml(emergency))).toMatchInlineSnapshot(`
    "异地就医备案办事清单
    按 2026年11月22日的规定列出；内容最近核对：2026年11月20日
    不用办：先救人，急诊抢救不用备案[1]
    急诊抢救算已经备过案。要紧的是请医院按“急诊”登记。接着可以办：手工报销（yibao baoxiao）
    本地规定未核对，以下按全国规定，请打 12393 核实。
    一、要准备的材料
    医保码或社保卡[1]
    二、要做的事
    1. 先救人，同时请医院登记急诊[1]
    救人要紧，不用先去备案。告诉医院的医保办：是外地医保，请按“急诊”登记。谁办：家人 
    三、不需要的
    备案[1]
    急诊抢救算已经备过案。
    办理记录（办的时候填）
    受理日期
    受理号
    经办窗口电话
    备注
    四、您的回答
    现在到哪一步了？在外地突然发病，正在急诊抢救
    五、依据
    [1]
    《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》 医保发〔2022〕22号
    国家医保局、财政部；B 二手材料，2026年11月22日看过https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html
    有拿不准的，请打医保服务热线 12393。"
  `);
});

test('an entry is a box with its label, and its sources are links beside it', () => {
  const entry = /<ol[\s\S]*?<\/ol>/.exec(bodyOf(renderHtml(emergency)))?.[0];
  expect(entry).toMatchInlineSnapshot(`
    "<ol role="list">
    <li class="entry"><input type="checkbox" id="steps-1-1"><div>
    <div class="title"><label for="steps-1-1"><span class="number">1.</span> <strong>先救人，同时请医院登记急诊</strong></label><sup class="mark"><a href="#source-1">[1]</a></sup></div>
    <ul class="bullets"><li>救人要紧，不用先去备案。</li><li>告诉医院的医保办：是外地医保，请按“急诊”登记。</li></ul><p class="facts"><span><span class="dim">谁办：</span>家人</span> </p></div></li>
    </ol>"
  `);
});

test('with why, each line says what it rests on', () => {
  expect(wordsOf(renderHtml(emergency, { why: true }))).toContain('依据：医保发〔2022〕22号 规程第八条（B）');
});

test('the page needs no network and runs nothing', () => {
  const page = renderHtml(postedWorker, { why: true });
  expect(
    tagsOf(page).filter((tag) => /^<(?:script|link|img|iframe|object|embed|base|form)\b/i.test(tag)),
  ).toEqual([]);
  expect(page).not.toMatch(/@import|url\(|\son\w+=/i);
  expect(page).toContain('content="default-src &#39;none&#39;;');
  const addresses = Array.from(page.matchAll(/href="([^"]*)"/g), ([, address = '']) => address);
  expect(addresses.filter((address) => !/^(?:#source-\d+|https:\/\/\S+|tel:12393)$/.test(address))).toEqual(
    [],
  );
});

test('every box and blank has its own label, and every mark leads to its source', () => {
  const page = renderHtml(postedWorker);
  const ids = Array.from(page.matchAll(/ id="([^"]+)"/g), ([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const inputs = tagsOf(page).filter((tag) => /^<(?:input|textarea)/.test(tag));
  expect(inputs.length).toBe(11 + 4);
  for (const input of inputs) expect(page).toContain(`<label for="${/ id="([^"]+)"/.exec(input)?.[1]}">`);
  const marks = Array.from(page.matchAll(/href="#(source-\d+)"/g), ([, id]) => id);
  expect(marks.length).toBe(19);
  for (const mark of marks) expect(ids).toContain(mark);
});

test('--large is a class of the page, and nothing else changes', () => {
  expect(renderHtml(emergency, { large: true }).replace(' class="large"', '')).toBe(renderHtml(emergency));
});

test('a page without anything to hand in or to do has no record to fill in', () => {
  expect(renderHtml(emergency)).toContain('受理日期');
  expect(renderHtml(minimal)).not.toContain('受理日期');
});

test('a cautious verdict is told apart by its words, and by its look too', () => {
  expect(renderHtml(minimal)).toContain('<div class="verdict cautious">');
  expect(renderHtml(emergency)).toContain('<div class="verdict">');
  expect(wordsOf(renderHtml(minimal))).toContain('办不了：居民医保没有个人账户，不能给家人用');
});

test.each([
  ['https://a.cn/?a=1&b="2"', '<a href="https://a.cn/?a=1&amp;b=&quot;2&quot;" rel="noopener noreferrer">'],
  ['HTTP://A.cn', '<a href="HTTP://A.cn" rel="noopener noreferrer">'],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  [' javascript:alert(1)', ' javascript:alert(1)'],
  ['data:text/html,x', 'data:text/html,x'],
  ['https:javascript', 'https:javascript'],
])('the address %s becomes %s', (address, start) => {
  expect(linkTo(address).markup.startsWith(start)).toBe(true);
});

test('a template escapes all that is put into it, and nothing of its own', () => {
  const inner = html`<b title="${'"'}">${'<&>'}</b>`;
  expect(html`<p>${inner}${[inner]}${1}</p>`.markup).toBe(
    `<p>${'<b title="&quot;">&lt;&amp;&gt;</b>'.repeat(2)}1</p>`,
  );
  expect(escapeHtml(`<a b='c' d="e">\`&`)).toBe('&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&#96;&amp;');
});
