import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { advance } from '../../src/engine/advance.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { readAnswer } from '../../src/engine/read-answer.ts';
import type { Answers } from '../../src/model/answers.ts';
import type { Flow } from '../../src/model/flow.ts';
import { checklistJsonSchema } from '../../src/render/checklist-schema.ts';
import { checklistDocument } from '../../src/render/json.ts';
import { arbitraryFlow } from '../support/arbitrary-flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';
import type { Target } from './target.ts';
import { walk } from './walk.ts';
import { NASTY_WORDS, wildValue } from './wild-values.ts';

/** A flow of the package by its id, or a whole generated one. */
export type AnyFlow = string | Flow;

/** A flow, numbers that choose its answers, and answers that may be anything. */
export interface EngineInput {
  readonly flow: AnyFlow;
  readonly date: string;
  readonly picks: readonly number[];
  readonly wild: readonly (readonly [key: string, value: unknown])[];
}

const loaded = await loadBuiltInFlows();
const flows = new Map(loaded.flows.map(({ id }) => [id, flowOf(loaded, id)]));
const isChecklist = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(checklistJsonSchema());

const flowIds: readonly string[] = [...flows.keys()];
export const anyDay: fc.Arbitrary<string> = fc.constantFrom(
  '2026-11-22',
  '2027-01-01',
  '2026-12-31',
  '2024-02-29',
  '2030-06-15',
);
export const anyPicks: fc.Arbitrary<number[]> = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });

/** The flow of an input. */
export function flowFrom(flow: AnyFlow): Flow {
  const found = typeof flow === 'string' ? flows.get(flow) : flow;
  if (!found) throw new Error(`there is no flow ${flow}`);
  return found;
}

export const anyFlow: fc.Arbitrary<AnyFlow> = fc.oneof(
  { arbitrary: fc.constantFrom(...flowIds), weight: 2 },
  { arbitrary: arbitraryFlow().map((flow) => JSON.parse(JSON.stringify(flow)) as Flow), weight: 1 },
);

const inputs: fc.Arbitrary<EngineInput> = anyFlow.chain((flow) => {
  const keys = [...Object.keys(flowFrom(flow).questions), ...NASTY_WORDS];
  return fc.record({
    flow: fc.constant(flow),
    date: anyDay,
    picks: anyPicks,
    wild: fc.array(fc.tuple(fc.constantFrom(...keys), wildValue), { maxLength: 5 }),
  });
});

/** No answers make it throw; the same answers give the same bytes; every path ends in a sound checklist. */
export const engine: Target<EngineInput> = {
  name: 'engine',
  inputs,
  check({ flow: named, date, picks, wild }) {
    const flow = flowFrom(named);
    for (const [key, raw] of wild) checkReading(flow, key, raw, date);
    const odd = own(wild);
    sameTwice(() => advance(flow, odd, { date }));
    const answers = walk(flow, date, picks);
    const backwards = Object.fromEntries(Object.entries(answers).reverse());
    const checklist = sameTwice(() => buildChecklist(flow, answers, { date }));
    const again = JSON.stringify(buildChecklist(flow, backwards, { date }));
    if (again !== JSON.stringify(checklist))
      throw new Error('the order of the answers changed the checklist');
    const document = JSON.parse(JSON.stringify(checklistDocument(checklist)));
    if (!isChecklist(document)) throw new Error(`not by the schema: ${JSON.stringify(isChecklist.errors)}`);
    const left = /"[^"]*(?:<[a-z][a-z0-9-]*(?:\.[a-z-]+)?>|undefined|\[object |NaN)[^"]*"/.exec(again);
    if (left) throw new Error(`a text is not finished: ${left[0]}`);
    // What is no answer to a question on the path is not used, and does no harm.
    const dormant = wild.filter(([key]) => !Object.hasOwn(answers, key));
    const mixed = { ...own(dormant), ...answers };
    if (JSON.stringify(buildChecklist(flow, mixed, { date })) !== again) {
      throw new Error('answers to questions that were not asked changed the checklist');
    }
  },
};

/** Whatever is given, reading does not throw, and what was read is read again as the same. */
function checkReading(flow: Flow, key: string, raw: unknown, date: string): void {
  const read = readAnswer(flow, {}, key, raw, { date });
  if (!('value' in read)) return;
  const again = readAnswer(flow, {}, key, read.value, { date });
  if (JSON.stringify(again) !== JSON.stringify(read)) {
    throw new Error(`${key}: ${JSON.stringify(read)} was read again as ${JSON.stringify(again)}`);
  }
}

function sameTwice<T>(make: () => T): T {
  const first = make();
  if (JSON.stringify(make()) !== JSON.stringify(first)) throw new Error('the same inputs gave other bytes');
  return first;
}

/** An object in which even `__proto__` is a key of its own. */
function own(entries: EngineInput['wild']): Answers {
  return Object.fromEntries(entries) as Answers;
}
