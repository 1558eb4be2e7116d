import type { RunCommand } from '../command-table.ts';
import { findFlow, openStore } from '../find-flow.ts';
import type { DocumentOptions, GRAPH_FORMATS } from '../options.ts';
import { planDocument, type Suffixes, writeDocument } from '../write-document.ts';

type GraphFormat = (typeof GRAPH_FORMATS)[number];

const SUFFIXES: Suffixes<GraphFormat> = [
  ['mermaid', ['.mmd', '.mermaid']],
  ['svg', ['.svg']],
];

/** `yibao graph <事项>`: the decision tree as Mermaid or as a picture. */
export const runGraph: RunCommand = async (context, [name = ''], options: DocumentOptions<GraphFormat>) => {
  const plan = await planDocument(context, options, SUFFIXES);
  const store = await openStore(context, options.flows);
  const flow = await findFlow(store, name);
  const { renderMermaid } = await import('../../render/graph-mermaid.ts');
  const { renderSvg } = await import('../../render/graph-svg.ts');
  const render = { mermaid: renderMermaid, svg: renderSvg }[plan.format];
  await writeDocument(context, plan, render(flow));
};
