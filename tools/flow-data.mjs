import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/** @typedef {import('../src/model/problem.ts').Problem} Problem */

/**
 * Compiles the flows and the schemas that ship with the loader of this very source tree: Node cannot run
 * TypeScript yet, so the loader is bundled first.
 * @param {{ root: string, dataFolder: string }} folders
 * @returns {Promise<{ files: Record<string, unknown>, schemas: Record<string, unknown>, problems: readonly Problem[] }>}
 */
export async function compileFlowData({ root, dataFolder }) {
  const folder = await mkdtemp(join(tmpdir(), 'yibao-build-'));
  try {
    const entries = {
      'compile-flows': join(root, 'src/load/compile-flows.ts'),
      'json-schema': join(root, 'src/load/json-schema.ts'),
      'checklist-schema': join(root, 'src/render/checklist-schema.ts'),
      'batch-line-schema': join(root, 'src/render/batch-line-schema.ts'),
    };
    await bundle({ entries, folder, format: 'esm', minify: false });
    const { compileFlows } = await importFile(join(folder, 'compile-flows.js'));
    const { flowJsonSchema } = await importFile(join(folder, 'json-schema.js'));
    const { checklistJsonSchema } = await importFile(join(folder, 'checklist-schema.js'));
    const { batchLineJsonSchema } = await importFile(join(folder, 'batch-line-schema.js'));
    const schemas = {
      flow: flowJsonSchema(),
      checklist: checklistJsonSchema(),
      'batch-line': batchLineJsonSchema(),
    };
    return { ...(await compileFlows(join(root, 'flows'), dataFolder)), schemas };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/**
 * A problem as editors and terminals link it.
 * @param {Problem} problem
 */
export function describeProblem({ file, line, column, message }) {
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  return place ? `${place}: ${message}` : message;
}

/** @param {string} path */
const importFile = (path) => import(pathToFileURL(path).href);
