import type { FlowStore } from '../../load/flow-store.ts';
import type { Flow } from '../../model/flow.ts';
import type { SourcesFormat } from '../../render/sources-formats.ts';
import { renderSourcesTable } from '../../render/sources-table.ts';
import type { RunCommand } from '../command-table.ts';
import { columnsOf } from '../context.ts';
import { findFlow, openStore } from '../find-flow.ts';
import type { DocumentOptions } from '../options.ts';
import { planDocument, type Suffixes, writeDocument } from '../write-document.ts';

const SUFFIXES: Suffixes<SourcesFormat> = [
  ['table', ['.txt']],
  ['markdown', ['.md', '.markdown']],
  ['csv', ['.csv']],
];

/** `yibao sources [事项]`: every line with its source, grade and age. */
export const runSources: RunCommand = async (context, [name], options: DocumentOptions<SourcesFormat>) => {
  const plan = await planDocument(context, options, SUFFIXES);
  const store = await openStore(context, options.flows);
  const flows = await readFlows(store, name);
  const { stdout, today } = context;
  const onScreen = plan.path === undefined && stdout.isTTY === true;
  const text = renderSourcesTable(flows, {
    format: plan.format,
    date: options.date ?? today,
    ...(onScreen && { width: columnsOf(stdout) }),
  });
  await writeDocument(context, plan, text);
};

async function readFlows(store: FlowStore, name: string | undefined): Promise<Flow[]> {
  if (name !== undefined) return [await findFlow(store, name)];
  return Promise.all(store.list().map(({ id }) => store.get(id)));
}
