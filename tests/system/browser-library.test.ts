import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as EngineApi from '../../src/engine-api.ts';
import type * as NodeApi from '../../src/index.ts';
import type { FlowCase } from '../../src/model/case.ts';
import { openBrowser } from '../support/browser.ts';
import { bundleForBrowser } from '../support/browser-bundle.ts';
import { type ConsumerProject, makeConsumerProject } from '../support/consumer-project.ts';
import { scriptFiles, servePage } from '../support/serve-page.ts';

/** One case of so many: a browser takes its time. */
const EVERY = 6;

/** What both sides run: the cases of a flow, where it stands and its checklist in every format of text. */
const PROGRAM = `
import { advance, buildChecklist, decide, readAnswer, searchPlaces } from 'yibao/engine';
import { render, RenderError, TEXT_FORMATS } from 'yibao/render';

export async function runCases(flow, cases) {
  const told = [];
  for (const { answers, date } of cases) {
    const steps = Object.keys(answers).map((_, count, keys) =>
      advance(flow, Object.fromEntries(keys.slice(0, count).map((key) => [key, answers[key]])), { date }));
    const checklist = buildChecklist(flow, answers, { date });
    const texts = [];
    for (const format of TEXT_FORMATS)
      texts.push(await render(checklist, format, { why: true, large: true }).catch((error) =>
        error instanceof RenderError ? error.code : Promise.reject(error)));
    told.push(JSON.stringify([steps, checklist, decide(flow, answers, { date }), texts]));
  }
  told.push(JSON.stringify(searchPlaces(flow.common.divisions, 'yy')));
  told.push(JSON.stringify(readAnswer(flow, {}, Object.keys(flow.questions)[0], '湖南益阳', { date: flow.reviewed })));
  return told;
}
`;

let project: ConsumerProject;
let node: typeof NodeApi;
let runInNode: (flow: EngineApi.Flow, cases: readonly FlowCase[]) => Promise<string[]>;
let browser: Browser;
let page: Page;
let asked: string[];

beforeAll(async () => {
  project = makeConsumerProject();
  project.write('program.js', PROGRAM);
  const at = (path: string): string => pathToFileURL(join(project.folder, path)).href;
  node = await import(at('node_modules/yibao/dist/index.js'));
  ({ runCases: runInNode } = await import(at('program.js')));
  browser = await openBrowser();
  page = await browser.newPage({ locale: 'de-DE', timezoneId: 'America/New_York' });
  asked = await servePage(page, scriptFiles(await bundleForBrowser(join(project.folder, 'program.js'))));
});
afterAll(async () => {
  await browser?.close();
  project?.remove();
});

const digest = (texts: readonly string[]): string[] =>
  texts.map((text) => createHash('sha256').update(text).digest('hex'));

test('the bundle holds nothing of Node', async () => {
  const code = [...(await bundleForBrowser(join(project.folder, 'program.js'))).values()].join('');
  expect(code.match(/["'`]node:|\brequire\(|\bprocess\.|\bBuffer\b/g)).toBeNull();
});

test('in a browser people of every flow get the bytes that they get in Node', async () => {
  const store = await node.loadFlows();
  let cases = 0;
  for (const { id } of store.list()) {
    const flow = await store.get(id);
    const given = (await store.cases(id)).filter((_, at) => at % EVERY === 0);
    const there = await page.evaluate(
      `(async () => (await import('/program.js')).runCases(JSON.parse(${JSON.stringify(JSON.stringify(flow))}), ${JSON.stringify(given)}))()`,
    );
    expect(digest(there as string[])).toEqual(digest(await runInNode(flow, given)));
    cases += given.length;
  }
  expect(cases).toBeGreaterThan(20);
});

test('nothing is loaded but the program itself', () =>
  expect(asked.filter((path) => !/^\/(?:|program\.js|[\w-]+\.js)$/.test(path))).toEqual([]));
