import { UNSURE } from '../model/answers.ts';
import type { Reason } from '../model/checklist.ts';
import type { Condition } from '../model/condition.ts';
import { NATION } from '../model/place.ts';
import type { Citation } from '../model/source.ts';
import { type FoundFact, factValue } from './fact-value.ts';
import { labelOf, type Speech, valueInWords } from './fill-text.ts';
import { findReasons, type Ground } from './find-reasons.ts';
import type { Knowledge } from './knowledge.ts';
import type { FactRead } from './reads.ts';
import { knowledgeAtFork, type Path } from './replay.ts';
import { withoutAbsent } from './without-absent.ts';
import { words } from './wording.ts';

/** Why a line is listed, and what the facts among the reasons rest on. */
export interface Because {
  readonly because: readonly Reason[];
  readonly citations: readonly Citation[];
}

/** The value of a reason that is a fact which nobody has verified. */
const NOT_VERIFIED = 'unverified';

/** Why a condition has its value. No condition, no reason: everyone needs it. */
export function becauseOf(speech: Speech, condition: Condition, knowledge: Knowledge): Because {
  return explain(speech, findReasons(speech.compiled, condition, knowledge));
}

/** Why a path led to its exit: the answers and facts at which it branched, each once, in path order. */
export function becauseOfPath(path: Path): Because {
  const { compiled, knowledge } = path;
  const grounds = new Map<string, Ground>();
  for (const fork of path.forks) {
    for (const ground of groundsOfFork(path, fork)) {
      const key = ground.kind === 'fact' ? ground.read.key : String(ground.question);
      if (!grounds.has(key)) grounds.set(key, ground);
    }
  }
  return explain({ compiled, knowledge }, [...grounds.values()]);
}

function groundsOfFork(path: Path, fork: Path['forks'][number]): Ground[] {
  if (fork.kind === 'ask') return [{ kind: 'question', question: fork.node.question.number }];
  if (fork.truth === 'unknown' || fork.truth === 'void') return [];
  return findReasons(path.compiled, fork.node.when, knowledgeAtFork(path, fork));
}

function explain(speech: Speech, grounds: readonly Ground[]): Because {
  const facts = grounds.flatMap((ground) =>
    ground.kind === 'fact' ? (readFact(speech, ground.read).found ?? []) : [],
  );
  return {
    because: grounds.flatMap((ground) =>
      ground.kind === 'fact' ? factReason(speech, ground.read) : answerReason(speech, ground.question),
    ),
    citations: facts.flatMap(({ sources }) => sources),
  };
}

function answerReason(speech: Speech, number: number): Reason[] {
  const question = speech.compiled.questions[number]?.question;
  const state = speech.knowledge.states[number];
  if (!question || state === undefined || state.kind === 'passed-over') return [];
  const { id } = question;
  if (state.kind === 'unsure') return [{ question: id, value: UNSURE, label: words.unsure }];
  const label = labelOf(speech, question, state.value);
  if (state.given === UNSURE) return [{ question: id, value: UNSURE, label: words.treatedAs(label) }];
  return [{ question: id, value: state.value, label }];
}

function factReason(speech: Speech, read: FactRead): Reason {
  const { flow, atlas } = speech.compiled;
  const { code, found } = readFact(speech, read);
  const value = found ? valueInWords(found.value) : words.notVerified;
  const place = found?.code ?? code;
  return withoutAbsent<Reason>({
    fact: read.fact,
    place: place === undefined || place === NATION ? undefined : atlas.get(place)?.name,
    value: found?.value ?? NOT_VERIFIED,
    label: words.factReason(flow.common.places.facts[read.fact]?.name ?? read.fact, value),
  });
}

function readFact(
  { compiled, knowledge }: Speech,
  { fact, placeQuestion, ofProvince }: FactRead,
): { code: string | undefined; found: FoundFact | undefined } {
  const number = placeQuestion === undefined ? -1 : compiled.numberOf(placeQuestion);
  const state = knowledge.states[number];
  const answered = state?.kind === 'value' ? String(state.value) : undefined;
  const code = answered !== undefined && ofProvince ? compiled.atlas.provinceOf(answered) : answered;
  return { code, found: factValue(compiled.flow.common, fact, code, knowledge.date) };
}
