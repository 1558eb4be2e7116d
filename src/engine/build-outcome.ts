import { type Answers, type AnswerValue, UNSURE } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import type { HandOver, Outcome } from '../model/flow.ts';
import { originOf } from './build-item.ts';
import { compileName } from './derive-value.ts';
import { cite, explainSources } from './explain-sources.ts';
import { fillText, type Speech } from './fill-text.ts';
import { stateOf } from './knowledge.ts';
import type { Placed } from './patch-items.ts';
import { becauseOfPath } from './reasons.ts';
import type { Path } from './replay.ts';
import { withoutAbsent } from './without-absent.ts';

type PrintedOutcome = Checklist['outcome'];

/** Where a path came out: the verdict, why, and the flow that goes on from there. */
export function buildOutcome(path: Path, { what: outcome, code }: Placed<Outcome>): PrintedOutcome {
  const { compiled, date, knowledge } = path;
  const speech = { compiled, knowledge };
  const { because, citations } = becauseOfPath(path);
  const { sources, accordingTo, isUnverified } = explainSources(compiled, outcome.sources, code, knowledge);
  const ofFacts = citations.map((citation) => cite(compiled, citation, false, date));
  const origin = originOf(speech, code);
  return withoutAbsent<PrintedOutcome>({
    id: outcome.id,
    verdict: outcome.verdict,
    title: fillText(speech, outcome.title),
    text: outcome.say === undefined ? undefined : fillText(speech, outcome.say),
    because,
    level: origin.level,
    place: origin.place,
    accordingTo,
    sources: [...sources, ...ofFacts.filter((one) => !sources.some((other) => other.cite === one.cite))],
    verify: outcome.verify || isUnverified || undefined,
    handOver: outcome.handOver && handOverOf(speech, outcome.handOver),
  });
}

/** A hand-over that may be due is offered; only one that is not is left out. */
function handOverOf(speech: Speech, { to, when, with: crossing }: HandOver): PrintedOutcome['handOver'] {
  const { compiled, knowledge } = speech;
  const truth = when ? compiled.test(when)(knowledge) : 'yes';
  if (truth === 'no' || truth === 'void') return undefined;
  const answers = Object.entries(crossing).flatMap(([theirs, ours]): [string, AnswerValue][] => {
    const value = 'value' in ours ? ours.value : crossingValue(speech, ours.question);
    return value === undefined ? [] : [[theirs, value]];
  });
  return withoutAbsent<NonNullable<PrintedOutcome['handOver']>>({
    to,
    title: compiled.flow.common.flowTitles[to],
    answers: Object.fromEntries(answers) as Answers,
  });
}

/** What was answered, 不清楚 included; of a derived name, its value where it has one. */
function crossingValue({ compiled, knowledge }: Speech, name: string): AnswerValue | undefined {
  const number = compiled.numberOf(name);
  if (number < 0) {
    const values = compileName(compiled, name)(knowledge);
    return typeof values !== 'string' && values.length === 1 ? values[0] : undefined;
  }
  const state = stateOf(knowledge, number);
  if (state?.kind === 'unsure') return UNSURE;
  return state?.kind === 'value' ? state.given : undefined;
}
