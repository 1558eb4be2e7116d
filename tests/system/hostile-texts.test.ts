import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { expectHarmless } from '../support/expect-harmless.ts';
import { flowText } from '../support/hostile-flows.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { makeHostileFolder } from '../support/make-hostile-folder.ts';
import { runMeasured } from '../support/run-measured.ts';

const own = mkdtempSync(join(tmpdir(), 'yibao-hostile-texts-'));
afterAll(() => rmSync(own, { recursive: true }));

/** A sound flow in which every text that is printed is a hostile one. */
const RAW = HOSTILE_TEXTS.map((text) => JSON.stringify(text));
// A text with `<…>` does not load unless it names a question; an open `<` does.
const HOSTILE = RAW.map((text) => text.replaceAll('>', '›'));
const hostileFlow = flowText({
  head: `aliases: [${HOSTILE.join(', ')}]`,
  tree: '[kind, day, { exit: done }]',
  questions: '  day: { ask: 哪天？, type: date }\n',
  steps: `  pay: { title: ${HOSTILE[0]}, do: [${HOSTILE.join(', ')}], by: { within: { months: 3 }, counted-from: day }, sources: [law, wild] }\n`,
  materials: HOSTILE.map(
    (text, n) => `  m${n}: { name: ${text}, say: ${text}, form: ${text}, sources: [wild] }\n`,
  ).join(''),
  rest: `  wild: { title: ${RAW[0]}, number: ${RAW[27]}, issuer: ${RAW[1]}, grade: B, seen: 2026-01-01 }\nterms: { 证: ${RAW[3]} }\n`,
});

makeHostileFolder(own, { 'bad/flow.yaml': hostileFlow });

const ANSWERS = ['-a', 'kind=paper', '-a', 'day=2026-10-01', '--date', '2026-11-22'];

test.each([
  [['check', '--json']],
  [['check']],
  [['list']],
  [['questions', 'bad']],
  [['graph', 'bad', '-f', 'svg']],
  [['graph', 'bad']],
  [['sources', 'bad', '-f', 'csv']],
  [['sources', 'bad']],
  [['bad', ...ANSWERS]],
  [['bad', ...ANSWERS, '-f', 'html']],
  [['bad', ...ANSWERS, '-f', 'markdown']],
  [['bad', ...ANSWERS, '-f', 'ics']],
  [['bad', ...ANSWERS, '-f', 'json']],
])('texts of a stranger act on no terminal in %j', async (argv) => {
  const run = await runMeasured([...argv, ...(argv[0] === 'check' ? [own] : ['--flows', own])]);
  expectHarmless(run);
  expect(run.code, run.stdout.slice(0, 800)).toBe(0);
  if (argv.includes('csv')) {
    // A cell that begins so is a formula to a spreadsheet.
    expect(run.stdout).not.toMatch(/(?:^|,)"?[=+@]/m);
    expect(run.stdout).toContain('1+1');
  }
  if (['svg', 'html', 'markdown'].some((format) => argv.includes(format))) {
    expect(run.stdout.replace(/\\[<>]/g, '')).not.toMatch(
      /<(?:script|img)\b|<[^>]*\son\w+=|<\/title><style/i,
    );
  }
  if (argv[0] === 'bad' && !argv.includes('ics')) expect(run.stdout).toContain('alert(1)');
  if (argv.includes('ics')) expect(run.stdout.match(/^BEGIN:VEVENT/gm)).toHaveLength(1);
});
