import { statSync } from 'node:fs';
import type { FlowStore } from '../load/flow-store.ts';
import { nearestName } from '../load/nearest-name.ts';
import type { Flow } from '../model/flow.ts';
import type { CliContext, FlowUse } from './context.ts';
import { describeSystemError, UsageError } from './errors.ts';
import { COMMAND_NAMES } from './options.ts';
import { quoted } from './safe-text.ts';

/** The procedures that a command works on: the built-in ones, and those of `--flows`. */
export async function openStore(
  context: CliContext,
  folder: string | undefined,
  use?: FlowUse,
): Promise<FlowStore> {
  if (folder !== undefined && !isFolder(folder)) {
    throw new UsageError(`--flows ${folder} 不是一个文件夹。请写放流程的文件夹，如 --flows 我们的流程。`);
  }
  const store = await context.openFlows(folder, use);
  context.say.detail(() => {
    const from = folder === undefined ? '自带的' : `自带的，加上 ${folder} 里的`;
    return `流程：${from}，一共 ${store.list().length} 件事项`;
  });
  return {
    ...store,
    get: async (id) => {
      const flow = await store.get(id);
      tellFlow(context, flow);
      return flow;
    },
  };
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`打不开 --flows ${path}：${describeSystemError(error)}。请看看路径写对没有。`, {
      code: 'unreadable-file',
    });
  }
}

/** The flow of a pinyin id or Chinese name. */
export async function findFlow(store: FlowStore, name: string): Promise<Flow> {
  const found = store.find(name);
  if ('id' in found) return store.get(found.id);
  const near = found.suggestions.map(({ id, title }) => `${id}（${title}）`);
  const command = nearestName(name, COMMAND_NAMES);
  if (command) near.push(`命令 yibao ${command}`);
  const hint = near.length > 0 ? `您是不是想找：${near.join('、')}？` : `能办的有：${flowNames(store)}。`;
  throw new UsageError(`没有叫${quoted(name)}的事项。${hint}`, { code: 'unknown-flow' });
}

/** All procedures on one line. */
export function flowNames(store: FlowStore): string {
  return store
    .list()
    .map(({ id, title }) => `${id}（${title}）`)
    .join('、');
}

/** With `--verbose`: a procedure that was read. */
function tellFlow({ say }: CliContext, flow: Flow): void {
  const { id, title, reviewed, reviewBy } = flow;
  const count = Object.keys(flow.questions).length;
  say.detail(() => `事项 ${id}（${title}）：${count} 题，${reviewed} 核对过，下一次不晚于 ${reviewBy}`);
}
