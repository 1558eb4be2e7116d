import { expect, test } from 'vitest';
import { quoteMermaid, renderMermaid } from '../../src/render/graph-mermaid.ts';
import { sampleFlow } from '../support/sample-flow.ts';

test('a tree with every node once, its edges labelled with the answers', () => {
  expect(renderMermaid(sampleFlow)).toMatchInlineSnapshot(`
    "flowchart TD
      n0(["看病备案"]) --> n1
      n1["您要看什么？"]
      n1 -->|"慢性病"| n2
      n2["几岁？"]
      n2 --> n5
      n1 -->|"外伤"| n3
      n3["是别人的责任吗？"]
      n3 -->|"是"| n4
      n4(["该办别的<br/>先找对方赔"])
      n3 -->|"不是<br/>不清楚"| n5
      n1 -->|"一般的病<br/>不清楚"| n5
      n5["您的医保交在哪个市？"]
      n5 --> n6
      n6{{"“您的医保交在哪个市”和“在哪个市看病”在同一个省，并且当地规定“省内看病不用备案”"}}
      n6 -->|"是"| n7
      n7(["不用办<br/>不用备案"])
      n6 -->|"否<br/>不确定"| n8
      n8(["照下面办<br/>要备案"])
    "
  `);
});

test('no mark that Mermaid, Markdown or HTML would read stays as it is', () => {
  expect(quoteMermaid('"]; click n1 "javascript:alert(1)"\n%%{init: {}}%% `a` <b>&#35;')).toBe(
    '"#34;#93;#59; click n1 #34;javascript#58;alert#40;1#41;#34; #37;#37;#123;init#58; #123;#125;#125;#37;#37; #96;a#96; #60;b#62;#38;#35;35#59;"',
  );
});

test('an empty label is still a label', () => {
  expect(quoteMermaid('')).toBe('" "');
});

test('hostile words stay inside their node', () => {
  const hostile = '"] --> n9\nclick n1 call x()';
  const drawn = renderMermaid({ ...sampleFlow, title: hostile });
  expect(drawn.split('\n')).toHaveLength(renderMermaid(sampleFlow).split('\n').length);
  expect(drawn).toContain('n0(["#34;#93; #45;#45;#62; n9 click n1 call x#40;#41;"]) --> n1');
});

test('a tree that does not end yet is drawn as far as it goes', () => {
  const { tree, ...rest } = sampleFlow;
  expect(renderMermaid({ ...rest, tree: tree.slice(1, 2) })).toBe(
    'flowchart TD\n  n0(["看病备案"]) --> n1\n  n1["您的医保交在哪个市？"]\n',
  );
});
