import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { bundleForBrowser } from '../support/browser-bundle.ts';
import { type ConsumerProject, makeConsumerProject } from '../support/consumer-project.ts';
import { packageFolder } from '../support/package-folder.ts';
import { scriptFiles, servePage } from '../support/serve-page.ts';

const readme = readFileSync(join(packageFolder, 'README.md'), 'utf8');
const programs = [...readme.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, code = '']) => code);

let project: ConsumerProject;
let browser: Browser;
beforeAll(async () => {
  project = makeConsumerProject();
  for (const [at, code] of programs.entries()) project.write(`program-${at + 1}.ts`, code);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  project?.remove();
});

test('the README has a program for Node and one for browsers', () =>
  expect(programs.map((code) => /from '(yibao[^']*)'/.exec(code)?.[1])).toEqual(['yibao', 'yibao/engine']));

test('the program for Node compiles, and does what it says', () => {
  const settings = { moduleResolution: 'nodenext', skipLibCheck: false, types: ['node'] } as const;
  expect(project.compile(['program-1.ts'], settings)).toEqual([]);
  const { code, stdout, stderr } = project.run('program-1.js');
  const said = / \/\/ (\[.*)$/m.exec(programs[0] ?? '')?.[1];
  expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${said}\n`, stderr: '' });
  expect(existsSync(join(project.folder, '清单.pdf'))).toBe(true);
});

test('the program for browsers compiles, asks in a page and shows the checklist there', async () => {
  const settings = { moduleResolution: 'bundler', skipLibCheck: false, lib: ['dom'] } as const;
  expect(project.compile(['program-2.ts'], settings)).toEqual([]);
  project.write(
    'send.mjs',
    "import { loadFlows } from 'yibao'; process.stdout.write(JSON.stringify(await (await loadFlows()).get('yidi')));",
  );
  const flow = { contentType: 'application/json', body: project.run('send.mjs').stdout };
  const scripts = scriptFiles(await bundleForBrowser(join(project.folder, 'program-2.js')));
  const page = await browser.newPage();
  const said: string[] = [];
  page.on('dialog', (dialog) => {
    const [question = '', ...options] = dialog.message().split('\n');
    said.push(question);
    return dialog.accept(options[0] ?? '绵阳');
  });
  const asked = await servePage(page, new Map([...scripts, ['yidi.json', flow]]));
  await page.addScriptTag({ type: 'module', url: '/program.js' });
  const heading = page.frameLocator('iframe').getByRole('heading', { level: 1 });
  expect(await heading.textContent()).toBe('异地就医备案办事清单');
  expect(said.length).toBeGreaterThan(2);
  expect(asked.filter((path) => !path.endsWith('.js'))).toEqual(['/', '/yidi.json']);
  await page.close();
});
