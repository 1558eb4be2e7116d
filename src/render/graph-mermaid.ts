import type { Flow } from '../model/flow.ts';
import { cleanText } from './clean-text.ts';
import { buildDecisionGraph, type GraphNode } from './decision-graph.ts';

/** What may stand in quotes as it is. All other ASCII marks mean something to Mermaid, Markdown or HTML somewhere. */
const MARKS = /[!-/:-@[-`{-~]/g;

/** Quoted text that Mermaid prints as it is, one line for each part. */
export function quoteMermaid(...parts: readonly string[]): string {
  const lines = parts.map((part) => cleanText(part).replace(MARKS, (mark) => `#${mark.charCodeAt(0)};`));
  // Mermaid takes an empty label for a syntax error.
  return `"${lines.join('<br/>') || ' '}"`;
}

/** The decision tree as a Mermaid flowchart: every node once, edges labelled with the answers. */
export function renderMermaid(flow: Flow): string {
  const graph = buildDecisionGraph(flow);
  const [first] = graph;
  const start = `n0([${quoteMermaid(flow.title)}])${first ? ` --> n${first.number}` : ''}`;
  const lines = [start, ...draw(graph, undefined)];
  return ['flowchart TD', ...lines.map((line) => `  ${line}`)].join('\n').concat('\n');
}

/** `next`: where the answers go on that the list itself does not end. */
function draw(list: readonly GraphNode[], next: number | undefined): string[] {
  return list.flatMap((node, index) => {
    const onto = list[index + 1]?.number ?? next;
    const branches = node.branches.flatMap(({ labels, list: inner }) => [
      ...inner.slice(0, 1).map((first) => edge(node.number, first.number, labels)),
      ...draw(inner, onto),
    ]);
    const onward = node.onward && onto !== undefined ? [edge(node.number, onto, node.onward)] : [];
    return [shape(node), ...branches, ...onward];
  });
}

function shape({ number, kind, words, verdict }: GraphNode): string {
  if (kind === 'ask') return `n${number}[${quoteMermaid(words)}]`;
  if (kind === 'when') return `n${number}{{${quoteMermaid(words)}}}`;
  return `n${number}([${quoteMermaid(...(verdict ? [verdict, words] : [words]))}])`;
}

function edge(from: number, to: number, labels: readonly string[]): string {
  return labels.length === 0 ? `n${from} --> n${to}` : `n${from} -->|${quoteMermaid(...labels)}| n${to}`;
}
