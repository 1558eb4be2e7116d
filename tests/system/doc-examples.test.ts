import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ConsumerProject, makeConsumerProject } from '../support/consumer-project.ts';
import { type DocExample, programOf, readDocExamples } from '../support/doc-examples.ts';

let project: ConsumerProject;
let examples: readonly DocExample[];
let files: readonly string[];
beforeAll(() => {
  project = makeConsumerProject();
  examples = readDocExamples(join(project.folder, 'node_modules/yibao/dist/types'));
  files = examples.map((_, at) => `example-${at}.ts`);
  for (const [at, example] of examples.entries()) project.write(files[at] ?? '', programOf(example));
});
afterAll(() => project?.remove());

test('every function of the library has an example', () => {
  const functions = [
    'advance',
    'answersJsonSchema',
    'buildChecklist',
    'decide',
    'loadFlows',
    'questionName',
    'readAnswer',
    'readAnswers',
    'render',
    'resolvePlace',
    'searchPlaces',
  ];
  const all = examples.map(({ code }) => code).join('\n');
  expect(functions.filter((name) => !all.includes(`${name}(`))).toEqual([]);
});

test('the examples of the docstrings compile', () =>
  expect(
    project.compile(files, {
      moduleResolution: 'nodenext',
      skipLibCheck: true,
      types: ['node'],
      lib: ['dom'],
    }),
  ).toEqual([]));

test('they run, and give what they say', () => {
  const runs = files.filter((_, at) => !examples[at]?.code.includes('document.'));
  expect(runs.length).toBeGreaterThan(examples.length - 2);
  const lines = runs.map((file) => `await (await import('./${file.replace('.ts', '.js')}')).example();`);
  project.write('run-all.mjs', lines.join('\n'));
  expect(project.run('run-all.mjs')).toMatchObject({ code: 0, stderr: '' });
});
