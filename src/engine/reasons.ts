import type { Reason } from '../model/checklist.ts';
import type { Condition } from '../model/condition.ts';
import { NATION } from '../model/place.ts';
import type { Citation } from '../model/source.ts';
import type { WhenNode } from './compile-flow.ts';
import { type FoundFact, factValue } from './fact-value.ts';
import { type Speech, valueInWords } from './fill-text.ts';
import { findReasons, type Ground } from './find-reasons.ts';
import type { Knowledge } from './knowledge.ts';
import { Code } from './numbering.ts';
import { wordsOf } from './question-words.ts';
import type { FactRead } from './reads.ts';
import { remember } from './remember.ts';
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
  const grounds = new Map<string | number, Ground>();
  const { codes, goTo } = codesAlong(path);
  for (const fork of path.forks) {
    if (fork.kind === 'when') goTo(fork.asked);
    for (const ground of groundsOfFork(path, fork, codes)) {
      const key = ground.kind === 'fact' ? ground.read.key : ground.question;
      if (!grounds.has(key)) grounds.set(key, ground);
    }
  }
  return explain({ compiled, knowledge }, [...grounds.values()]);
}

/** The numbers of a path's answers, as they stood when so many questions had been asked. */
function codesAlong({ compiled, asked, codes: atEnd }: Path) {
  const { dateSlot } = compiled.numbering;
  const codes = new Array<number>(atEnd.length).fill(Code.Void);
  codes[dateSlot] = atEnd[dateSlot] ?? Code.None;
  let done = 0;
  const goTo = (count: number) => {
    for (; done < count; done++) {
      const number = asked[done] ?? dateSlot;
      codes[number] = atEnd[number] ?? Code.None;
    }
  };
  return { codes, goTo };
}

type WhenFork = Extract<Path['forks'][number], { kind: 'when' }>;

/** A fork as a path met it, and the answers given before it by number. */
interface Met {
  readonly path: Path;
  readonly fork: WhenFork;
  readonly codes: readonly number[];
}

const reasonsAt = new WeakMap<WhenNode, (met: Met) => readonly Ground[]>();

function groundsOfFork(path: Path, fork: Path['forks'][number], codes: readonly number[]): readonly Ground[] {
  if (fork.kind === 'ask') return [{ kind: 'question', question: fork.question.number }];
  if (fork.truth === 'unknown' || fork.truth === 'void') return [];
  // Once a decision is open, what was not asked yet may be passed over, which the numbers do not say.
  if (fork.decisions > 0) return findGrounds({ path, fork, codes });
  const { node } = fork;
  const known =
    reasonsAt.get(node) ?? remember(path.compiled.memory, () => ({ slots: node.slots() }), findGrounds);
  reasonsAt.set(node, known);
  return known({ path, fork, codes });
}

function findGrounds({ path, fork }: Met): readonly Ground[] {
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
  const state = speech.knowledge.states[number];
  const words = wordsOf(speech.compiled, number);
  if (!words || state === undefined || state.kind === 'passed-over') return [];
  return [words.reason(speech.knowledge)];
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
