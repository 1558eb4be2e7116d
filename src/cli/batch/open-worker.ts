import { availableParallelism } from 'node:os';
import type { CliContext } from '../context.ts';
import type { BatchOptions } from './batch-options.ts';
import type { BatchTask } from './evaluate-record.ts';
import { holdNewSpace } from './hold-new-space.ts';
import type { RecordWorker } from './run-records.ts';
import type { RecordForm } from './worker-task.ts';

/** Who makes lines and documents: this thread, or as many others as `--workers` says. */
export async function openWorker(
  { packageRoot }: Pick<CliContext, 'packageRoot'>,
  task: BatchTask,
  form: RecordForm,
  { workers = '1', flows }: Pick<BatchOptions, 'workers' | 'flows'>,
): Promise<RecordWorker> {
  const count = workers === 'auto' ? availableParallelism() : Number(workers);
  if (count > 1) {
    const { threadPool } = await import('./thread-pool.ts');
    const { flow, date, layout } = task;
    return threadPool(count, { packageRoot: packageRoot.href, flows, flow: flow.id, date, layout, form });
  }
  if (form.kind === 'documents') {
    const { documentWorker } = await import('./document-worker.ts');
    return documentWorker(task, form.documents);
  }
  holdNewSpace();
  const { lineWorker } = await import('./line-worker.ts');
  return lineWorker(task, form.shape);
}
