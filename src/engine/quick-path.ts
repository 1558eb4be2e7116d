import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { type Knowledge, knowledgeOf } from './knowledge.ts';
import { Code, codeOf } from './numbering.ts';
import { type AskStep, END, type ExitStep, OPEN, type Step, type WhenStep } from './steps.ts';

/** A walk of the tree that notes no more than where it leads. */
export class QuickPath {
  readonly compiled: CompiledFlow;
  readonly date: CalendarDate;
  readonly answers: Answers;
  /** As in `replay`: what a plain object inherits is no answer to anything. */
  readonly isPlain: boolean;
  /** Ids, in the order asked. */
  readonly asked: string[] = [];
  /** The answers, the day and the exit as numbers. */
  readonly codes: number[];
  /** The exit reached. */
  exit: ExitStep | undefined = undefined;
  /** The question that is not answered. */
  next: string | undefined = undefined;
  #atEnd: Knowledge | undefined = undefined;

  constructor(compiled: CompiledFlow, answers: Answers, date: CalendarDate) {
    const { blank, dateSlot, ofDate } = compiled.numbering;
    this.compiled = compiled;
    this.date = date;
    this.answers = answers;
    this.isPlain = Object.getPrototypeOf(answers) === Object.prototype;
    this.codes = blank.slice();
    this.codes[dateSlot] = ofDate(date);
  }

  /** What is known where the path came out. */
  get knowledge(): Knowledge {
    this.#atEnd ??= this.knowledgeHere();
    return this.#atEnd;
  }

  /** What is known at this point; few ever ask, as most is found by the codes. */
  knowledgeHere(): Knowledge {
    const { compiled, date, codes, exit } = this;
    const states = compiled.questions.map(({ states: ofQuestion, number }) => ofQuestion[codes[number] ?? 0]);
    return { ...knowledgeOf(states, date, exit?.outcome), codes };
  }
}

/**
 * Walks the tree as `replay` does, as long as nothing is open on which the path hangs. `undefined` where
 * something is, or where an answer has no number.
 */
export function walkQuickly(
  compiled: CompiledFlow,
  first: Step,
  answers: Answers,
  date: CalendarDate,
): QuickPath | undefined {
  const path = new QuickPath(compiled, answers, date);
  const { codes } = path;
  let step = first;
  while (step.kind === 'ask' || step.kind === 'when') {
    step = step.kind === 'ask' ? takeAsk(path, step) : (step.known.find(codes) ?? findWay(path, step));
  }
  if (step.kind === 'exit') {
    path.exit = step;
    codes[compiled.numbering.exitSlot] = step.code;
  }
  return step === OPEN ? undefined : path;
}

function takeAsk(path: QuickPath, step: AskStep): Step {
  const { number, id } = step.question;
  const { codes, answers } = path;
  const known = codes[number] ?? 0;
  if (known !== Code.Void) return wayOn(step, known);
  const isGiven = path.isPlain || Object.hasOwn(answers, id);
  const code = isGiven ? readCode(step, answers[id]) : Code.Void;
  if (code === Code.Void) {
    path.next = id;
    return END;
  }
  if (code === Code.None) return OPEN;
  codes[number] = code;
  path.asked.push(id);
  return wayOn(step, code);
}

function wayOn({ branches, next }: AskStep, code: number): Step {
  return branches ? (branches[code] ?? OPEN) : next;
}

/** The code of what an answer means, void where it is none. */
function readCode({ options, question }: AskStep, given: unknown): number {
  for (let code: number = Code.First; code < options.length; code++) if (options[code] === given) return code;
  const known = question.codes.get(given);
  if (known !== undefined) return known;
  const state = question.accept(given);
  return state ? codeOf(state) : Code.Void;
}

function findWay(path: QuickPath, { node, known, ifYes, ifNo }: WhenStep): Step {
  const truth = node.test(path.knowledgeHere());
  const way = truth === 'unknown' ? OPEN : truth === 'yes' ? ifYes : ifNo;
  known.keep(path.codes, way);
  return way;
}
