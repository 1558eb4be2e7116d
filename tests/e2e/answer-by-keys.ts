import { runCase } from '../../src/check/run-case.ts';
import { UNSURE } from '../../src/model/answers.ts';
import type { GivenAnswer } from '../../src/model/checklist.ts';
import type { Flow } from '../../src/model/flow.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';
import type { TerminalRun } from './terminal.ts';

const loaded = await loadBuiltInFlows();

/** The case of each flow that is asked the most. */
export const longest = loaded.flows.map(({ id }) => {
  const flow = flowOf(loaded, id);
  const cases = (loaded.cases[id] ?? []).flatMap((flowCase) => {
    const { checklist } = runCase(flow, flowCase);
    return checklist
      ? { date: flowCase.date, outcome: checklist.outcome.title, asked: checklist.answers }
      : [];
  });
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
export async function answerRich(
  run: TerminalRun,
  flow: Flow,
  given: GivenAnswer,
  number: number,
): Promise<void> {
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

/** The line that answers a question where they are asked line by line. */
export function plainLine(flow: Flow, { question, type, value }: GivenAnswer): string {
  if (type === 'choice' || type === 'yes-no') return numberOf(flow, question, value);
  if (type === 'multi')
    return [value]
      .flat()
      .map((one) => numberOf(flow, question, one))
      .join(',');
  return value === UNSURE ? '不清楚' : String(value);
}
