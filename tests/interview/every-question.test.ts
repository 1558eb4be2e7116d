import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import { InterviewCancelled } from '../../src/interview/cancelled.ts';
import { createInquirerPrompter } from '../../src/interview/inquirer-prompter.ts';
import type { AskContext, Reply } from '../../src/interview/prompter.ts';
import { restoreAnswers } from '../../src/interview/restore-answers.ts';
import { runInterview } from '../../src/interview/run-interview.ts';
import { readSaved, writeSaved } from '../../src/interview/saved-interview.ts';
import type { Answers, AnswerValue } from '../../src/model/answers.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { PresentedQuestion } from '../../src/model/progress.ts';
import { flowOf, loadBuiltInFlows } from '../support/built-in-flows.ts';
import { lookOf } from './prompt-kit.ts';
import { BACK, scriptedPrompter } from './scripted-prompter.ts';

/** A question, and one way to it: the cases of a flow touch every question. */
interface Stop {
  readonly question: string;
  readonly before: readonly (readonly [string, AnswerValue])[];
}

const date = '2026-11-22';
const loaded = await loadBuiltInFlows();

const flows = loaded.flows.map(({ id }) => {
  const flow = flowOf(loaded, id);
  const stops = new Map<string, Stop>();
  for (const { answers } of loaded.cases[id] ?? []) {
    const trail = advance(flow, answers, { date }).asked.map(
      ({ question, value }) => [question, value] as const,
    );
    for (const [index, [question]] of trail.entries()) {
      if (!stops.has(question)) stops.set(question, { question, before: trail.slice(0, index) });
    }
  }
  return { id, flow, stops: [...stops.values()] };
});

/** Answers up to a stop, does something there, and leaves at the question after that. */
async function visit(flow: Flow, { before }: Stop, replies: readonly unknown[] = []) {
  const left = new InterviewCancelled('interrupt');
  const { prompter, turns } = scriptedPrompter([...before.map(([, value]) => value), ...replies, left]);
  let kept: Answers = {};
  const keep = async (answers: Answers) => {
    kept = answers;
  };
  await expect(runInterview({ flow, answers: {}, date, prompter, keep })).rejects.toBe(left);
  return { kept, turns, last: turns.at(-1) };
}

describe.each(flows)('$id', ({ flow, stops }) => {
  test('every question is reached', () => {
    expect(stops.map(({ question }) => question).toSorted()).toEqual(Object.keys(flow.questions).toSorted());
  });

  test('every question but the first goes back to the one before, and returns when that is answered again', async () => {
    for (const stop of stops) {
      const last = stop.before.at(-1);
      const back = await visit(flow, stop, last ? [BACK] : []);
      expect([stop.question, back.last?.question.id]).toEqual([stop.question, last?.[0] ?? stop.question]);
      expect([stop.question, back.last?.context.previous]).toEqual([stop.question, last?.[1]]);
      const again = await visit(flow, stop, last ? [BACK, last[1]] : []);
      expect(again.last?.question).toEqual((await visit(flow, stop)).last?.question);
    }
  });

  test('an interview that is left at a question goes on at that question', async () => {
    for (const stop of stops) {
      const { kept } = await visit(flow, stop);
      expect(kept).toEqual(Object.fromEntries(stop.before));
      const saved = readSaved(writeSaved({ flow: flow.id, print: '', answers: kept }));
      if (typeof saved === 'string') throw new Error(saved);
      const { answers, lost } = restoreAnswers(flow, saved.answers, date);
      expect([stop.question, lost, advance(flow, answers, { date }).next?.id]).toEqual([
        stop.question,
        0,
        stop.question,
      ]);
    }
  });

  test.each([
    [80, 24],
    [40, 15],
    [40, 10],
  ])('every question fits a window of %i columns and %i rows', async (columns, rows) => {
    for (const stop of stops) {
      const turn = (await visit(flow, stop)).last;
      if (!turn) throw new Error(`${stop.question} was not asked`);
      const lines = await draw(columns, rows, (prompter) => prompter.ask(turn.question, turn.context));
      expect([stop.question, lines.length <= rows, lines]).toEqual([stop.question, true, lines]);
      expect([stop.question, lines.filter((line) => stringWidth(line) >= columns)]).toEqual([
        stop.question,
        [],
      ]);
    }
  });
});

/** The lines that one prompt of the rich face draws. */
async function draw(
  columns: number,
  rows: number,
  ask: (prompter: {
    ask(question: PresentedQuestion, context: AskContext): Promise<Reply>;
  }) => Promise<unknown>,
): Promise<string[]> {
  const leaving = new AbortController();
  const output = new PassThrough();
  let written = '';
  output.on('data', (chunk) => {
    written += chunk;
  });
  const terminal = { input: new PassThrough(), output, signal: leaving.signal };
  const reply = ask(createInquirerPrompter(terminal, lookOf(columns, rows)));
  await new Promise((resolve) => setImmediate(resolve));
  const lines = stripVTControlCharacters(written).split('\n');
  leaving.abort('interrupt');
  await expect(reply).rejects.toBeInstanceOf(InterviewCancelled);
  return lines;
}
