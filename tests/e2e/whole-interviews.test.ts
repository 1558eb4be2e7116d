import { describe, expect, test } from 'vitest';
import { answerRich, longest, plainLine } from './answer-by-keys.ts';
import { startInTerminal, type TerminalRun } from './terminal.ts';

/** What a person sees of the end: the checklist, and the menu under it. */
async function finish(run: TerminalRun, outcome: string, enter: string): Promise<void> {
  await run.seen('接下来做什么？');
  const screen = run.everything();
  expect(screen.includes('办事清单')).toBe(true);
  // A long title is broken into lines.
  const [found = ''] = screen.replace(/\s/g, '').match(outcome.replace(/\s/g, '')) ?? [];
  expect(found).toBe(outcome.replace(/\s/g, ''));
  const end = /(\d)\. 结束/.exec(screen)?.[1] ?? '';
  run.press(`${end}${enter}`);
  expect(await run.ended()).toBe(0);
  expect(run.isCursorShown()).toBe(true);
}

describe.each(longest)('$id', ({ id, flow, asked, outcome, date }) => {
  test('a whole interview by keys', async () => {
    const run = startInTerminal([id, '--date', date], { rows: 50, columns: 100 });
    for (const [index, given] of asked.entries()) await answerRich(run, flow, given, index + 1);
    await run.seen('请核对您的回答');
    for (const { ask } of asked) expect(run.screen()).toContain(ask);
    expect(run.screen()).toMatch(/❯ 没有要改的，出清单\n {2}0\. 返回上一题\n/);
    run.press('\r');
    await finish(run, outcome, '');
  });

  test('a whole interview in plain lines', async () => {
    const run = startInTerminal([id, '--date', date, '--plain'], { rows: 50, columns: 100 });
    for (const [index, given] of asked.entries()) {
      await run.seen(`第 ${index + 1} 问`);
      await run.seen(given.ask);
      run.press(`${plainLine(flow, given)}\r`);
    }
    await run.seen('请核对您的回答');
    run.press('\r');
    await finish(run, outcome, '\r');
  });
});
