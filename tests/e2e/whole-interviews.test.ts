import { describe, expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { UNSURE } from '../../src/model/answers.ts';
import type { GivenAnswer } from '../../src/model/checklist.ts';
import type { Flow } from '../../src/model/flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';
import { startInTerminal, type TerminalRun } from './terminal.ts';

const loaded = await loadBuiltInFlows();

/** The case of each flow that is asked the most. */
const longest = loaded.flows.map(({ id }) => {
  const flow = flowOf(loaded, id);
  const cases = (loaded.cases[id] ?? []).map(({ answers, date }) => ({
    date,
    outcome: buildChecklist(flow, answers, { date }).outcome.title,
    asked: advance(flow, answers, { date }).asked,
  }));
  const [most] = cases.toSorted((a, b) => b.asked.length - a.asked.length);
  if (!most) throw new Error(`${id} has no cases`);
  return { id, flow, ...most };
});

/** The number that stands before an option; 不清楚 comes last. */
function numberOf(flow: Flow, question: string, value: unknown): string {
  const options = flow.questions[question]?.options ?? [];
  return String(value === UNSURE ? options.length + 1 : options.findIndex(({ id }) => id === value) + 1);
}

/** Waits until a question is asked, and answers it by keys as a person would. */
async function answerRich(run: TerminalRun, flow: Flow, given: GivenAnswer, number: number): Promise<void> {
  await run.seen(`第 ${number} 问`);
  const { question, type, value } = given;
  switch (type) {
    case 'choice':
    case 'yes-no': {
      const count =
        (flow.questions[question]?.options.length ?? 0) + (flow.questions[question]?.unsure ? 1 : 0);
      const key = numberOf(flow, question, value);
      // Of a list of ten or more, the first digit waits for a second.
      run.press(Number(key) * 10 > count ? key : `${key}\r`);
      break;
    }
    case 'multi':
      run.press(
        `${[value]
          .flat()
          .map((one) => numberOf(flow, question, one))
          .join('')}\r`,
      );
      break;
    case 'place':
      if (value !== UNSURE) run.press(String(value));
      await run.seen(value === UNSURE ? '  不清楚' : `> ${value}`);
      run.press(value === UNSURE ? '\u001B[B\r' : '\r');
      break;
    default:
      run.press(value === UNSURE ? '不清楚\r' : `${value}\r`);
  }
}

function plainLine(flow: Flow, { question, type, value }: GivenAnswer): string {
  if (type === 'choice' || type === 'yes-no') return numberOf(flow, question, value);
  if (type === 'multi')
    return [value]
      .flat()
      .map((one) => numberOf(flow, question, one))
      .join(',');
  return value === UNSURE ? '不清楚' : String(value);
}

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
