import { describe, expect, test } from 'vitest';
import { runCase } from '../../src/check/run-case.ts';
import { yamlValue } from '../../src/cli/save-answers.ts';
import { openFlowStore } from '../../src/load/flow-store.ts';
import { runCli } from '../cli/test-context.ts';

const store = await openFlowStore({ packageRoot: new URL('../../', import.meta.url) });
const flows = await Promise.all(
  store.list().map(async ({ id }) => ({ flow: await store.get(id), cases: await store.cases(id) })),
);

describe.each(flows)('the template of $flow.id', ({ flow, cases }) => {
  test('filled in by a script for each case, gives the checklist of that case', async () => {
    const { stdout: template } = await runCli(['questions', flow.id], { store });
    for (const flowCase of cases) {
      const { checklist } = runCase(flow, flowCase);
      if (!checklist) throw new Error(`${flowCase.id} has no checklist`);
      const filled = checklist.answers.reduce(
        (text, { question, value }) =>
          text.replace(`\n  ${question}:\n`, `\n  ${question}: ${yamlValue(value)}\n`),
        template,
      );
      const argv = [flow.id, '--answers', '-', '--date', flowCase.date, '-f', 'json'];
      const { code, stdout, stderr } = await runCli(argv, { store, stdin: filled });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: { id: flowCase.outcome },
        answers: checklist.answers.map(({ question, value }) => ({ question, value })),
        unused: [],
      });
    }
  });
});
