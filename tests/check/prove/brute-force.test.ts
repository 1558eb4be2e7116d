import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Example, Proof } from '../../../src/check/prove/proof.ts';
import { proveFlow } from '../../../src/check/prove/prove-flow.ts';
import { buildChecklist } from '../../../src/engine/build-checklist.ts';
import { compileFlow } from '../../../src/engine/compile-flow.ts';
import { replay } from '../../../src/engine/replay.ts';
import type { Answers, AnswerValue } from '../../../src/model/answers.ts';
import type { Checklist } from '../../../src/model/checklist.ts';
import type { Flow, Item, Question } from '../../../src/model/flow.ts';
import type { Truth } from '../../../src/model/truth.ts';
import { arbitraryFlow, EVERYTHING } from '../../support/arbitrary-flow.ts';
import { TODAY } from '../../support/build-flow.ts';

const RUNS = 40;
/** The same flows at every build, so that it takes the same time; others by hand, with SEED=2 and so on. */
const SEED = Number(process.env.SEED ?? 1);
const MOST_COMBINATIONS = 1500;
const FINITE: readonly string[] = ['choice', 'yes-no', 'multi'];

/** Answers to one question: every one where there are few, else some on all sides of what tests name. */
function valuesOf({ type, options, unsure }: Question): readonly AnswerValue[] {
  const ids = options.map(({ id }) => id);
  const [a = '', b = ''] = ids;
  const values: Record<Question['type'], readonly AnswerValue[]> = {
    choice: ids,
    'yes-no': ids,
    multi: [[], [a], [b], [a, b]],
    number: [-1, 0, 1, 2, 3, 4, 5],
    month: ['2025-12', '2026-01', '2026-03', '2026-08', '2026-10', '2026-11', '2026-12'],
    date: [TODAY],
    place: ['430900', '430100', '430000', '110000', '130600', '610100', '610000'],
  };
  return unsure ? [...values[type], 'unsure'] : values[type];
}

/** All full answers to a flow; undefined where they are too many. */
function combinationsOf(flow: Flow): readonly Answers[] | undefined {
  let all: Answers[] = [{}];
  for (const question of Object.values(flow.questions)) {
    all = all.flatMap((before) => valuesOf(question).map((value) => ({ ...before, [question.id]: value })));
    if (all.length > MOST_COMBINATIONS) return undefined;
  }
  return all;
}

/** Three places and more may lie in too many ways for a test that is run often. */
function hasFewPlaces({ questions }: Flow): boolean {
  return Object.values(questions).filter(({ type }) => type === 'place').length < 3;
}

interface Seen {
  readonly exits: Set<string>;
  readonly listed: Set<string>;
  /** `item exit` where it was not listed. */
  readonly absent: Set<string>;
  readonly withoutStep: Set<string>;
  readonly withoutPaper: Set<string>;
  lines: number;
}

function isListed({ kind }: Item, truth: Truth): boolean {
  return truth === 'yes' || (truth === 'unknown' && kind !== 'not-needed' && kind !== 'note');
}

function look(flow: Flow, combinations: readonly Answers[]): Seen {
  const compiled = compileFlow(flow);
  const seen: Seen = {
    exits: new Set(),
    listed: new Set(),
    absent: new Set(),
    withoutStep: new Set(),
    withoutPaper: new Set(),
    lines: 0,
  };
  for (const answers of combinations) {
    const { exit = '', knowledge } = replay(compiled, answers, TODAY);
    const truths = flow.items.map((item) => [item, compiled.test(item.when)(knowledge)] as const);
    const listed = truths.filter(([item, truth]) => isListed(item, truth)).map(([item]) => item);
    seen.exits.add(exit);
    seen.lines = Math.max(seen.lines, listed.length);
    for (const [item, truth] of truths) {
      if (isListed(item, truth)) seen.listed.add(item.id);
      else seen.absent.add(`${item.id} ${exit}`);
    }
    if (!truths.some(([{ kind }, truth]) => kind === 'step' && truth === 'yes')) seen.withoutStep.add(exit);
    if (!listed.some(({ kind }) => kind === 'material' || kind === 'not-needed')) seen.withoutPaper.add(exit);
  }
  return seen;
}

function subjects(proof: Proof, code: string): readonly string[] {
  const found = proof.findings.filter((finding) => finding.code === code);
  return found.map(({ subject }) => ('id' in subject ? subject.id : '')).sort();
}

const isRunnable = ({ supposes, hasRealPlaces }: Example): boolean => supposes.length === 0 && hasRealPlaces;

const countLines = ({ steps, materials, notNeeded, warnings, notes }: Checklist): number =>
  [steps, materials, notNeeded, warnings, notes].flat().length;

test('whatever anybody may see, the proof has seen', () => {
  fc.assert(
    fc.property(arbitraryFlow(), (flow) => {
      const combinations = combinationsOf(flow);
      fc.pre(combinations !== undefined && hasFewPlaces(flow));
      const [proof, seen] = [proveFlow(flow), look(flow, combinations)];
      fc.pre(proof.proven);
      for (const id of subjects(proof, 'outcome-never-reached')) expect(seen.exits).not.toContain(id);
      for (const id of subjects(proof, 'item-never-listed')) expect(seen.listed).not.toContain(id);
      for (const id of subjects(proof, 'item-always-listed')) expect(seen.absent).not.toContain(`${id} done`);
      expect(subjects(proof, 'outcome-without-step')).toEqual(expect.arrayContaining([...seen.withoutStep]));
      const unprovided = [...seen.withoutPaper].filter((exit) => exit === 'done');
      expect(subjects(proof, 'outcome-without-material')).toEqual(expect.arrayContaining(unprovided));
      expect(proof.longest.lines.count).toBeGreaterThanOrEqual(seen.lines);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

test('where the answers can be counted, the proof sees nothing else either', () => {
  fc.assert(
    fc.property(arbitraryFlow({ ...EVERYTHING, places: false }), (flow) => {
      fc.pre(Object.values(flow.questions).every(({ type }) => FINITE.includes(type)));
      const combinations = combinationsOf(flow);
      fc.pre(combinations !== undefined);
      const [proof, seen] = [proveFlow(flow), look(flow, combinations)];
      const never = flow.items.filter(({ id }) => !seen.listed.has(id)).map(({ id }) => id);
      expect(subjects(proof, 'item-never-listed')).toEqual(never.sort());
      expect(subjects(proof, 'outcome-never-reached')).toEqual(
        Object.keys(flow.outcomes).filter((id) => !seen.exits.has(id)),
      );
      expect(subjects(proof, 'outcome-without-step')).toEqual([...seen.withoutStep].sort());
      const unprovided = [...seen.withoutPaper].filter((exit) => exit === 'done');
      expect(subjects(proof, 'outcome-without-material')).toEqual(unprovided);
      expect(proof.longest.lines.count).toBe(seen.lines);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});

test('every example shows what it is an example of', () => {
  fc.assert(
    fc.property(arbitraryFlow(), (flow) => {
      fc.pre(hasFewPlaces(flow));
      const proof = proveFlow(flow);
      for (const finding of proof.findings) {
        if (!('example' in finding) || !isRunnable(finding.example)) continue;
        const { answers, exit } = finding.example;
        const checklist = buildChecklist(flow, answers, { date: TODAY });
        expect(checklist.outcome.id).toBe(exit);
        if (finding.code === 'outcome-without-step')
          expect(checklist.steps.filter(({ status }) => status === 'required')).toEqual([]);
        if (finding.code === 'outcome-without-material')
          expect([...checklist.materials, ...checklist.notNeeded]).toEqual([]);
      }
      const { count, example } = proof.longest.lines;
      if (!example || !isRunnable(example)) return;
      expect(countLines(buildChecklist(flow, example.answers, { date: TODAY }))).toBe(count);
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
});
