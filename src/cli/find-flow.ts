import { statSync } from 'node:fs';
import type { FlowStore } from '../load/flow-store.ts';
import { nearestName } from '../load/nearest-name.ts';
import type { Flow } from '../model/flow.ts';
import type { CliContext } from './context.ts';
import { describeSystemError, UsageError } from './errors.ts';
import { COMMAND_NAMES } from './options.ts';
import { quoted } from './safe-text.ts';

/** The procedures that a command works on: the built-in ones, and those of `--flows`. */
export function openStore(context: CliContext, folder: string | undefined): Promise<FlowStore> {
  if (folder !== undefined && !isFolder(folder)) throw new UsageError(`--flows ${folder} 不是一个文件夹。`);
  return context.openFlows(folder);
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`打不开 --flows ${path}：${describeSystemError(error)}。`, {
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
