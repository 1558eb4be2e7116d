import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/check/run-case.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { answersJsonSchema } from '../../src/render/answers-schema.ts';
import { checklistJsonSchema } from '../../src/render/checklist-schema.ts';
import { renderJson } from '../../src/render/json.ts';

const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
const flows = await Promise.all(
  store.list().map(async ({ id }) => ({ flow: await store.get(id), cases: await store.cases(id) })),
);
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
const isChecklist = ajv.compile(checklistJsonSchema());

describe.each(flows)('the cases of $flow.id', ({ flow, cases }) => {
  const isAnswers = ajv.compile(answersJsonSchema(flow));
  const results = cases.map((flowCase) => runCase(flow, flowCase));

  test.each(results.map((result) => [result.case.id, result] as const))(
    'the checklist and the answers of %s keep to their schemas',
    (_id, { checklist }) => {
      if (!checklist) throw new Error('no checklist');
      isChecklist(JSON.parse(renderJson(checklist)));
      expect(isChecklist.errors ?? []).toEqual([]);
      const answers = Object.fromEntries(checklist.answers.map(({ question, value }) => [question, value]));
      isAnswers(answers);
      expect(isAnswers.errors ?? []).toEqual([]);
      isAnswers({ flow: flow.id, reviewed: flow.reviewed, date: checklist.date, answers });
      expect(isAnswers.errors ?? []).toEqual([]);
    },
  );
});
