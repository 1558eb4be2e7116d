import type { Unsettled } from '../model/checklist.ts';
import type { Text } from '../model/flow.ts';
import type { Decision } from './decision.ts';
import { explore } from './explore.ts';
import { fillText, type Speech } from './fill-text.ts';
import { hangsOn } from './hangs-on.ts';
import { knowledgeAtFork, type Path } from './replay.ts';
import { words } from './wording.ts';

/** The conditions of the tree that stayed unknown on a path: what to find out, and what it would change. */
export function unsettledOn(path: Path): Unsettled[] {
  const speech = { compiled: path.compiled, knowledge: path.knowledge };
  return path.forks.flatMap((fork): Unsettled[] => {
    if (fork.kind !== 'when' || fork.truth !== 'unknown') return [];
    const causes = hangsOn(speech, fork.node.when, knowledgeAtFork(path, fork));
    return [
      {
        test: unique(causes.map(({ fact, label }) => (fact ? words.factOpen(label) : label))).join(words.and),
        findOut: joinSentences(unique(causes.map(({ findOut }) => findOut))),
        otherwise: leadsTo(speech, path, path.decisions[fork.decisions]),
      },
    ];
  });
}

/** The first questions that this path did not ask, or the outcomes, at the end of the ways not taken. */
function leadsTo(speech: Speech, path: Path, decision: Decision | undefined): string {
  const { compiled, date, asked, states } = path;
  const ways = (decision?.alternatives ?? []).map((frame) =>
    explore({ compiled, date, frame, asked, answers: states, undecided: false, firstOnly: true }),
  );
  const exits = unique(ways.flatMap((way) => [...way.exits]));
  // That it may also come to the same end says nothing, unless nothing else is left to say.
  const elsewhere = exits.filter((id) => id !== path.exit);
  const questions = ways.flatMap(({ met }) =>
    [...met].map((number) => compiled.questions[number]?.question.ask),
  );
  const shown = elsewhere.length + questions.length > 0 ? elsewhere : exits;
  const fill = (text: Text | undefined) => (text === undefined ? '' : fillText(speech, text));
  const ends = unique(shown.map((id) => fill(compiled.flow.outcomes[id]?.title)));
  return [...ends, ...unique(questions.map(fill)).map(words.toAnswer)].join(words.or);
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Sentences as one: only the last keeps its end mark. */
function joinSentences(sentences: readonly string[]): string {
  const parts = sentences.map((one, index) => (index < sentences.length - 1 ? one.replace(/。$/, '') : one));
  return parts.join(words.furthermore);
}
