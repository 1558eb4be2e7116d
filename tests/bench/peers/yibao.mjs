import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decide, loadFlows } from '../built.mjs';
import { flowId, writeNeutralFlow } from '../neutral/make-flow.mjs';

const DATE = { date: '2026-11-22' };

/** Ours: the same flow language, conditions with three truth values and all. */
export async function load() {
  const flows = mkdtempSync(join(tmpdir(), 'yibao-bench-'));
  writeNeutralFlow(flows);
  const flow = await (await loadFlows({ flows })).get('moving');
  return (answers) => decide(flow, answers, DATE);
}

/** The same answers in the words of a flow, made before the clock starts. */
export function translate(answers) {
  return Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, flowId(value)]));
}

/** What was decided, in the words of the problem, for the comparison with the reference. */
export function inCommon({ asked, items }) {
  return { visible: asked, items: items.map(({ id }) => id) };
}
