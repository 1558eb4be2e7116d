import { expect, test } from 'vitest';
import { countColumns } from '../../src/render/columns.ts';
import { buildDecisionGraph } from '../../src/render/decision-graph.ts';
import { escapeXml, renderSvg } from '../../src/render/graph-svg.ts';
import { type Box, layOutTree, SIZES } from '../../src/render/tree-layout.ts';
import { sampleFlow } from '../support/sample-flow.ts';

const layout = layOutTree(buildDecisionGraph(sampleFlow), { x: 0, y: 0 });

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  );
}

test('a list runs straight down, branches to its right, and open branches say where to go on', () => {
  expect(
    layout.boxes.map(({ kind, x, y, lines }) => `${x},${y} ${kind} ${lines.join(' / ')}`),
  ).toMatchInlineSnapshot(`
    [
      "0,0 ask 1. 您要看什么？",
      "124,54 ask 2. 几岁？",
      "424,58 go-on 接 5",
      "124,108 ask 3. 是别人的责任吗？",
      "220,162 exit 4. 该办别的 / 先找对方赔",
      "124,282 go-on 接 5",
      "0,374 ask 5. 您的医保交在哪个市？",
      "0,434 when 6. “您的医保交在哪个市”和“在哪个 / 市看病”在同一个省，并且当地规定“省 / 内看病不用备案”",
      "96,528 exit 7. 不用办 / 不用备案",
      "0,648 exit 8. 照下面办 / 要备案",
    ]
  `);
  expect(layout.labels.map(({ lines }) => lines.join(' / '))).toMatchInlineSnapshot(`
    [
      "慢性病",
      "外伤",
      "是",
      "・不是 / ・不清楚",
      "・一般的病 / ・不清楚",
      "是",
      "・否 / ・不确定",
    ]
  `);
});

test('every node is drawn once, in no other box, and its words fit', () => {
  const { boxes } = layout;
  for (const box of boxes) {
    for (const line of box.lines)
      expect(countColumns(line) * SIZES.column).toBeLessThanOrEqual(box.width - 16);
    expect(box.lines.length * SIZES.line).toBeLessThanOrEqual(box.height);
    expect(boxes.filter((other) => other !== box && overlap(box, other))).toEqual([]);
  }
});

test('long words are wrapped inside their boxes', () => {
  const long = '在这个特别特别长的题目里一共要问清楚多少件不一样的事情呢'.repeat(4);
  const questions = {
    ...sampleFlow.questions,
    'insured-place': { ...sampleFlow.questions.reason, ask: long },
  };
  const { boxes } = layOutTree(buildDecisionGraph({ ...sampleFlow, questions } as never), { x: 0, y: 0 });
  for (const { lines, width } of boxes) {
    for (const line of lines) expect(countColumns(line) * SIZES.column).toBeLessThanOrEqual(width - 16);
  }
});

test('no line is slanted and none runs through a box', () => {
  for (const { from, to } of layout.lines) {
    expect(from[0] === to[0] || from[1] === to[1]).toBe(true);
    const [left, right] = [Math.min(from[0], to[0]), Math.max(from[0], to[0])];
    const [top, bottom] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
    const crossed = layout.boxes.filter(
      ({ x, y, width, height }) => left < x + width && right > x && top < y + height && bottom > y,
    );
    expect(crossed).toEqual([]);
  }
});

test('the picture is one file with a title, a size of its own and colours for the dark', () => {
  const svg = renderSvg(sampleFlow);
  expect(svg).toContain('<title id="title">看病备案：决策树</title>');
  expect(svg).toContain('<desc id="summary">从上往下读。共 7 个问题，3 个结论。</desc>');
  expect(svg).toMatch(/viewBox="0 0 \d+ \d+"/);
  expect(svg).toContain('prefers-color-scheme:dark');
  expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|href|<script|@import/);
});

test('hostile words are words', () => {
  const svg = renderSvg({ ...sampleFlow, title: '</title><script>alert("&")</script>\u0000\uffff\ud800' });
  expect(svg).toContain(
    '<title id="title">&#60;/title&#62;&#60;script&#62;alert(&#34;&#38;&#34;)&#60;/script&#62;\ufffd\ufffd：决策树</title>',
  );
  expect(escapeXml(`'"<>&`)).toBe('&#39;&#34;&#60;&#62;&#38;');
});

test('a line of many Latin letters is held to its columns', () => {
  const outcomes = {
    ...sampleFlow.outcomes,
    file: { ...sampleFlow.outcomes.file, title: 'WWWWWWWWWWWWWWWW' },
  };
  expect(renderSvg({ ...sampleFlow, outcomes } as never)).toMatch(
    /textLength="112" lengthAdjust="spacingAndGlyphs">WWWWWWWWWWWWWWWW</,
  );
});
