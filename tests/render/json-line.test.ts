import { expect, test } from 'vitest';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import type { Checklist } from '../../src/model/checklist.ts';
import { checklistDocument, formatJson } from '../../src/render/json.ts';
import { writeJsonLine } from '../../src/render/json-line.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';
import { emergency, minimal, postedWorker } from '../support/sample-checklists.ts';
import { withWords } from '../support/with-words.ts';

const loaded = await loadBuiltInFlows();

/** The bytes of writing the whole document at once. */
function whole(checklist: Checklist, more: Readonly<Record<string, unknown>> = {}): string {
  return formatJson({ ...checklistDocument(checklist), ...more }, 0);
}

/** The pieces of a line, joined. */
function renderJsonLine(checklist: Checklist, more: Readonly<Record<string, unknown>> = {}): string {
  const pieces: string[] = [];
  writeJsonLine(checklist, more, {
    text: (text) => void pieces.push(text),
    shared: (bytes) => void pieces.push(new TextDecoder().decode(bytes)),
  });
  return pieces.join('');
}

test.each([postedWorker, emergency, minimal])('a line has the bytes of the whole document', (checklist) => {
  const more = { unused: [{ key: 'x' }], renamed: [], none: undefined };
  expect(renderJsonLine(checklist)).toBe(whole(checklist));
  expect(renderJsonLine(checklist, more)).toBe(whole(checklist, more));
});

test('characters that could act on a terminal are escaped in shared lines too', () => {
  const hostile = withWords(postedWorker, 'a\u202e\u0085\u2028"b');
  expect(renderJsonLine(hostile)).toBe(whole(hostile));
  expect(renderJsonLine(hostile)).toContain('a\\u202e\\u0085\\u2028\\"b');
});

test.each(loaded.flows.map(({ id }) => id))(
  'what is kept of the lines of %s is what is written anew',
  (id) => {
    const flow = flowOf(loaded, id);
    for (const { answers, date } of [...(loaded.cases[id] ?? []), ...(loaded.cases[id] ?? [])]) {
      const checklist = buildChecklist(flow, answers, { date });
      expect(renderJsonLine(checklist)).toBe(whole(checklist));
    }
  },
);

test('a line that somebody may change is written as it is now', () => {
  const step = { ...postedWorker.steps[0], because: [{ value: 'a', label: '甲' }] };
  const checklist = { ...minimal, steps: [Object.freeze(step)] } as unknown as Checklist;
  expect(renderJsonLine(checklist)).toContain('甲');
  for (const reason of step.because) reason.label = '乙';
  expect(renderJsonLine(checklist)).toBe(whole(checklist));
  expect(renderJsonLine(checklist)).not.toContain('甲');
});
