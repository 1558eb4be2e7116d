import { expect, test } from 'vitest';
import { emphasize, escapeMarkdown, renderMarkdown } from '../../src/render/markdown.ts';
import { emergency, minimal } from '../support/sample-checklists.ts';

test('a checklist in Markdown', () => {
  expect(renderMarkdown(emergency, { why: true })).toMatchInlineSnapshot(`
    "# 异地就医备案办事清单

    按 2026年11月22日的规定列出；内容最近核对：2026年11月20日

    不用办：**先救人，急诊抢救不用备案**\\[1\\]

    急诊抢救算已经备过案。要紧的是请医院按“急诊”登记。

    **接着可以办：手工报销（yibao baoxiao）**

    因为您答了：现在到哪一步了？在外地突然发病，正在急诊抢救

    依据：医保发〔2022〕22号 规程第八条（B）

    ⚠ 本地规定未核对，以下按全国规定，请打 12393 核实。

    ## 一、要准备的材料

    - [ ] **医保码或社保卡**\\[1\\]
      - 办这件事的人都要准备
      - 依据：医保发〔2022〕22号 规程第八条（B）

    ## 二、要做的事

    1. [ ] **先救人，同时请医院登记急诊**\\[1\\]
       - 救人要紧，不用先去备案。
       - 告诉医院的医保办：是外地医保，请按“急诊”登记。
       - 谁办：家人
       - 办这件事的人都要做
       - 依据：医保发〔2022〕22号 规程第八条（B）

    ## 三、不需要的

    - **备案**\\[1\\]
      - 急诊抢救算已经备过案。
      - 办这件事的人都不需要
      - 依据：医保发〔2022〕22号 规程第八条（B）

    ## 四、您的回答

    - 现在到哪一步了？在外地突然发病，正在急诊抢救

    ## 五、依据

    - \\[1\\] 《关于进一步做好基本医疗保险跨省异地就医直接结算工作的通知》 医保发〔2022〕22号
      - 国家医保局、财政部；B 二手材料，2026年11月22日看过
      - <https://www.nhsa.gov.cn/art/2022/7/26/art_104_8629.html>

    有拿不准的，请打医保服务热线 12393。
    "
  `);
});

test.each([
  ['a | b', 'a \\| b'],
  ['`代码`', '\\`代码\\`'],
  ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
  ['**粗** _斜_ ~~删~~', '\\*\\*粗\\*\\* \\_斜\\_ \\~\\~删\\~\\~'],
  ['# 标题', '\\# 标题'],
  ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
  ['![图](a.png)', '\\!\\[图\\](a.png)'],
  ['[ ] 假的框', '\\[ \\] 假的框'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['$x^2$', '\\$x\\^2\\$'],
  ['C:\\目录', 'C:\\\\目录'],
  ['www.evil.example', 'www\\.evil.example'],
  ['ftp://evil.example', 'ftp:\\//evil.example'],
])('%s is printed as it is', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});

const verdictLine = (title: string, text: string): string => {
  const outcome = { ...minimal.outcome, title, text };
  return renderMarkdown({ ...minimal, outcome })
    .split('\n')
    .slice(4, 7)
    .join('|');
};

test.each([
  ['1. 不是列表', '1\\. 不是列表'],
  ['2026) 不是列表', '2026\\) 不是列表'],
  ['- 不是列表', '\\- 不是列表'],
  ['+ 不是列表', '\\+ 不是列表'],
  ['--- 不是线', '\\--- 不是线'],
  ['=== 不是标题', '\\=\\=\\= 不是标题'],
  ['> 不是引用', '\\> 不是引用'],
  ['打开 https://a.example/b_c，再登录', '打开 <https://a.example/b_c>，再登录'],
])('a paragraph that begins with %s', (text, markdown) => {
  expect(verdictLine('不用', text)).toBe(`办不了：**不用**||${markdown}`);
});

test.each([
  ['医保码', '带', '去', '**医保码**'],
  ['（医保码）', '带', '去', ' **（医保码）** '],
  ['（医保码）', '：', '，', '**（医保码）**'],
  ['（医保码）', '', '', '**（医保码）**'],
  ['（医保码）', '带 ', ' 去', '**（医保码）**'],
])('%s between “%s” and “%s” is bold', (text, before, after, markdown) => {
  expect(emphasize(text, before, after)).toBe(markdown);
});
