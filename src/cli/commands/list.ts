import type { FlowSummary } from '../../load/flow-store.ts';
import { cleanDeep } from '../../render/clean-text.ts';
import { countColumns } from '../../render/columns.ts';
import { formatJson } from '../../render/json.ts';
import { padColumns, wrapText } from '../../render/layout.ts';
import type { RunCommand } from '../command-table.ts';
import { columnsOf } from '../context.ts';
import { openStore } from '../find-flow.ts';
import type { ListingOptions } from '../options.ts';

/** `yibao list`: the procedures. */
export const runList: RunCommand = async (context, _args, options: ListingOptions) => {
  const store = await openStore(context, options.flows);
  const flows = store.list();
  const text = options.json
    ? `${formatJson(flows.map(toDocument))}\n`
    : renderList(cleanDeep(flows), columnsOf(context.stdout));
  context.stdout.write(text);
};

function toDocument({ id, title, aliases, forWhom, reviewed, reviewBy }: FlowSummary): FlowSummary {
  return { id, title, aliases, forWhom, reviewed, reviewBy };
}

function renderList(flows: readonly FlowSummary[], width: number): string {
  const idColumns = Math.max(...flows.map(({ id }) => countColumns(id)), 0);
  const lines = flows.flatMap(({ id, title, aliases, forWhom }) => {
    const indent = ' '.repeat(idColumns + 2);
    const also = aliases.length > 0 ? [`也叫：${aliases.join('、')}`] : [];
    const details = [`适合：${forWhom}`, ...also].flatMap((line) => wrapText(line, width - idColumns - 3));
    return [`${padColumns(id, idColumns)}  ${title}`, ...details.map((line) => indent + line)];
  });
  const how = `写 yibao 加事项名就开始，如：yibao ${flows[0]?.id ?? 'yidi'}`;
  return `${[...lines, '', how].join('\n')}\n`;
}
