import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/check/run-case.ts';
import { findQuestion, wordsOf } from '../../src/cli/question-words.ts';
import { yamlValue } from '../../src/cli/save-answers.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { readCells } from '../../src/load/records/csv-cells.ts';
import type { FlowCase } from '../../src/model/case.ts';
import type { GivenAnswer } from '../../src/model/checklist.ts';
import type { Flow } from '../../src/model/flow.ts';
import { whenAsked } from '../../src/render/when-asked.ts';
import { runCli } from '../cli/test-context.ts';

const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
const flows = await Promise.all(
  store.list().map(async ({ id }) => ({ flow: await store.get(id), cases: await store.cases(id) })),
);

/** The answers of a case, by its path: those that the case needs. */
function answersOf(flow: Flow, flowCase: FlowCase): readonly GivenAnswer[] {
  const { checklist } = runCase(flow, flowCase);
  if (!checklist) throw new Error(`${flowCase.id} has no checklist`);
  return checklist.answers;
}

describe.each(flows)('the template of $flow.id', ({ flow, cases }) => {
  test('holds every question in tree order, with all that may be written and when it is asked', async () => {
    const { stdout } = await runCli(['questions', flow.id], { store });
    const blocks = stdout.split(/\n\n/).slice(1);
    const questions = Object.values(flow.questions);
    expect(blocks.map((block) => /^ {2}([a-z0-9-]+):$/m.exec(block)?.[1])).toEqual(
      questions.map(({ id }) => id),
    );
    for (const [index, question] of questions.entries()) {
      const { ask, options } = wordsOf(flow, question);
      const block = blocks[index] ?? '';
      expect(block).toContain(`# ${index + 1}. ${ask}\n`);
      for (const { id, label } of options) expect(block).toContain(`\n  # - ${id}：${label}\n`);
      expect(block.includes('\n  # - unsure：不清楚')).toBe(question.unsure !== undefined);
      const asked = whenAsked(flow, question.id);
      if (asked !== undefined) expect(block).toContain(`\n  # ${asked}`);
    }
  });

  test('as the first row of a table, names every question so that batch knows it again', async () => {
    const { stdout } = await runCli(['questions', flow.id, '--csv'], { store });
    const cells = readCells(stdout.trim(), ',').map((cell) => findQuestion(flow, cell));
    expect(cells).toEqual([undefined, ...Object.keys(flow.questions)]);
  });

  test('filled in by a script for each case, gives the checklist of that case', async () => {
    const { stdout: template } = await runCli(['questions', flow.id], { store });
    for (const flowCase of cases) {
      const answers = answersOf(flow, flowCase);
      const filled = answers.reduce(
        (text, { question, value }) =>
          text.replace(`\n  ${question}:\n`, `\n  ${question}: ${yamlValue(value)}\n`),
        template,
      );
      const argv = [flow.id, '--answers', '-', '--date', flowCase.date, '-f', 'json'];
      const { code, stdout, stderr } = await runCli(argv, { store, stdin: filled });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: { id: flowCase.outcome },
        answers: answers.map(({ question, value }) => ({ question, value })),
        unused: [],
      });
    }
  });

  test('and --json and --json-schema tell a script the same', async () => {
    const document = JSON.parse((await runCli(['questions', flow.id, '--json'], { store })).stdout);
    const questions = Object.values(flow.questions);
    expect(document).toMatchObject({
      flow: flow.id,
      questions: questions.map((question) => ({
        id: question.id,
        type: question.type,
        ...wordsOf(flow, question),
        unsure: question.unsure ?? null,
      })),
    });
    const schema = JSON.parse((await runCli(['questions', flow.id, '--json-schema'], { store })).stdout);
    const isAnswers = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);
    for (const flowCase of cases) {
      const answers = Object.fromEntries(
        answersOf(flow, flowCase).map(({ question, value }) => [question, value]),
      );
      isAnswers({ flow: flow.id, answers });
      expect(isAnswers.errors ?? []).toEqual([]);
    }
    expect(isAnswers({ flow: flow.id, answers: { 'no-such-question': 'yes' } })).toBe(false);
  });

  test('a file of --save-answers runs again as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yibao-'));
    for (const [index, flowCase] of cases.slice(0, 8).entries()) {
      const saved = join(folder, `${index}.${index % 2 === 0 ? 'yaml' : 'json'}`);
      const given = answersOf(flow, flowCase).flatMap(({ question, value }) => [
        '-a',
        `${question}=${[value].flat().join(',')}`,
      ]);
      const argv = [flow.id, ...given, '--date', flowCase.date, '-f', 'json'];
      const first = await runCli([...argv, '--save-answers', saved], { store });
      expect(first).toMatchObject({ code: 0, stderr: '' });
      expect(await runCli(['--answers', saved, '-f', 'json'], { store })).toEqual(first);
    }
  });
});
