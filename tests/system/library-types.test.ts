import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsumerProject, makeConsumerProject, type TypeSettings } from '../support/consumer-project.ts';

const RIGHT_IN_BROWSERS = `
import { advance, type Answers, buildChecklist, type Flow, readAnswer, readAnswers, searchPlaces, UnfinishedPathError } from 'yibao/engine';
import { render, RenderError, type Style, TEXT_FORMATS } from 'yibao/render';

export async function tell(flow: Flow, given: Readonly<Record<string, unknown>>): Promise<string> {
  const date = '2026-11-22';
  const { answers, problems } = readAnswers(flow, given, { date });
  const read = readAnswer(flow, answers, 'stay', '长住', { date });
  const more: Answers = 'value' in read ? { ...answers, stay: read.value } : answers;
  const { next, remaining: [fewest, most] } = advance(flow, more, { date });
  const options: readonly string[] = next?.options.map(({ label }) => label) ?? [];
  const places: readonly string[] = searchPlaces(flow.common.divisions, 'yiy').map(({ name }) => name);
  const count: number = fewest + most + options.length + places.length + problems.length;
  try {
    const checklist = buildChecklist(flow, more, { date });
    if (checklist.outcome.verdict === 'proceed') return await render(checklist, 'html', { large: true });
    const style: Style | undefined = undefined;
    const texts: string[] = await Promise.all(TEXT_FORMATS.map((format) => render(checklist, format, { style, width: 60 })));
    return texts.join('');
  } catch (error) {
    if (error instanceof UnfinishedPathError) return error.next ?? String(count);
    if (error instanceof RenderError) return error.code;
    throw error;
  }
}
`;

const RIGHT_IN_NODE = `
import { advance, answersJsonSchema, buildChecklist, FlowFileError, FORMATS, type FlowStore, loadFlows, render, UnknownFlowError } from 'yibao';
import { tell } from './right-in-browsers.js';

const flows: FlowStore = await loadFlows();
const found = flows.find('异地就医备案');
const flow = await flows.get('id' in found ? found.id : '');
const answers = { 'on-behalf': 'self', reason: 'illness', stage: 'emergency', 'insured-place': '510700', 'care-place': '440100' };
const date = '2026-11-22';
export const checklist = buildChecklist(flow, answers, { date });
const pdf: Uint8Array = await render(checklist, 'pdf');
const ics: string | Uint8Array = await render(checklist, FORMATS[0] ?? 'text', { font: pdf });
const schema = answersJsonSchema(flow);
if (pdf.length === 0 || ics.length === 0 || Object.keys(schema).length === 0) throw new Error('empty');
const missing = await flows.get('x').catch((error: unknown) => error instanceof UnknownFlowError && error.known.length > 0);
const broken = await loadFlows({ flows: '/nowhere' }).catch((error: unknown) => (error instanceof FlowFileError ? error.problems.length : 'other'));
globalThis.told = [advance(flow, answers, { date }).exit, checklist.outcome.title, missing, typeof broken, await tell(JSON.parse(JSON.stringify(flow)), answers)];
declare global {
  var told: unknown;
}
`;

/** Each line but the first few is one mistake. */
const WRONG = `
import { advance, buildChecklist, type Flow } from 'yibao/engine';
import { render } from 'yibao/render';
import { loadFlows, render as renderAny } from 'yibao';
declare const flow: Flow;
const date = '2026-11-22';
advance(flow, {});
advance(flow, { stay: true }, { date });
advance(flow, {}, { date: 20261122 });
advance(flow.id, {}, { date });
flow.title = '别的';
buildChecklist(flow, {}, { date }).outcome.verdict === 'maybe';
buildChecklist(flow, {}, { date }).todo;
render(buildChecklist(flow, {}, { date }), 'pdf');
render(buildChecklist(flow, {}, { date }), 'html', { colour: true });
const text: string = await renderAny(buildChecklist(flow, {}, { date }), 'pdf');
loadFlows('flows');
import { compileFlow } from 'yibao/engine';
import { main } from 'yibao/cli/main.js';
export { text, compileFlow, main };
`;

const ERRORS = [
  'wrong.ts:7 TS2554',
  'wrong.ts:8 TS2322',
  'wrong.ts:9 TS2322',
  'wrong.ts:10 TS2345',
  'wrong.ts:11 TS2540',
  'wrong.ts:12 TS2367',
  'wrong.ts:13 TS2339',
  'wrong.ts:14 TS2345',
  'wrong.ts:15 TS2353',
  'wrong.ts:16 TS2322',
  'wrong.ts:17 TS2559',
  'wrong.ts:18 TS2305',
  'wrong.ts:19 TS2307',
];

let project: ConsumerProject;
beforeAll(() => {
  project = makeConsumerProject();
  project.write('right-in-browsers.ts', RIGHT_IN_BROWSERS);
  project.write('right-in-node.ts', RIGHT_IN_NODE);
  project.write(
    'show.mjs',
    "await import('./right-in-node.js'); console.log(JSON.stringify(globalThis.told));",
  );
  project.write('wrong.ts', WRONG);
});
afterAll(() => project?.remove());

const settings: readonly TypeSettings[] = (['nodenext', 'bundler'] as const).flatMap((moduleResolution) =>
  [true, false].map((skipLibCheck) => ({ moduleResolution, skipLibCheck })),
);

describe.each(settings)('with $moduleResolution, skipLibCheck $skipLibCheck, no types of Node', (given) => {
  test('right programs compile', () =>
    expect(project.compile(['right-in-browsers.ts', 'right-in-node.ts'], given)).toEqual([]));

  test('wrong ones do not, line by line', () => expect(project.compile(['wrong.ts'], given)).toEqual(ERRORS));
});

test('with the types of Node and of browsers they compile too', () => {
  const given = { moduleResolution: 'nodenext', skipLibCheck: false, types: ['node'], lib: ['dom'] } as const;
  expect(project.compile(['right-in-browsers.ts', 'right-in-node.ts'], given)).toEqual([]);
});

test('the right program runs', () => {
  project.compile(['right-in-node.ts'], { moduleResolution: 'nodenext', skipLibCheck: true });
  expect(project.run('show.mjs')).toEqual({
    code: 0,
    stdout: '["emergency","先救人，急诊抢救不用备案",true,"number","nothing-dated"]\n',
    stderr: '',
  });
});

test('the schemas and package.json can be imported', () => {
  project.write(
    'schemas.mjs',
    `import checklist from 'yibao/checklist.schema.json' with { type: 'json' };
import flow from 'yibao/flow.schema.json' with { type: 'json' };
import manifest from 'yibao/package.json' with { type: 'json' };
process.stdout.write([checklist.$schema, flow.$schema, manifest.name].join(' '));`,
  );
  expect(project.run('schemas.mjs')).toMatchObject({
    code: 0,
    stdout: 'https://json-schema.org/draft/2020-12/schema https://json-schema.org/draft/2020-12/schema yibao',
  });
});
