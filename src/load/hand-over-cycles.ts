import type { ProblemList } from './problem-list.ts';
import type { FlowSketch } from './sketch-flow.ts';
import { said } from './wording.ts';
import type { ScalarNode, YamlNode } from './yaml-node.ts';

/** Reports hand-overs that lead back to the flow they came from. */
export function reportHandOverCycles(sketches: ReadonlyMap<string, FlowSketch>, problems: ProblemList): void {
  const targets = new Map([...sketches].map(([id, { node }]) => [id, targetsOf(node)]));
  const done = new Set<string>();
  const visit = (flow: string, path: readonly string[]): void => {
    for (const target of targets.get(flow) ?? []) {
      const to = String(target.value);
      const start = [...path, flow].indexOf(to);
      if (start >= 0) problems.add(target.position, said.handOverCycle([...path, flow, to].slice(start)));
      else if (!done.has(to)) visit(to, [...path, flow]);
    }
    done.add(flow);
  };
  for (const flow of targets.keys()) if (!done.has(flow)) visit(flow, []);
}

function targetsOf(flow: YamlNode): ScalarNode[] {
  const outcomes = childOf(flow, 'outcomes');
  if (outcomes?.kind !== 'map') return [];
  return [...outcomes.entries.values()].flatMap(({ value }) => {
    const handOver = childOf(value, 'hand-over');
    const to = handOver && childOf(handOver, 'to');
    return to?.kind === 'scalar' ? [to] : [];
  });
}

function childOf(node: YamlNode, key: string): YamlNode | undefined {
  return node.kind === 'map' ? node.entries.get(key)?.value : undefined;
}
