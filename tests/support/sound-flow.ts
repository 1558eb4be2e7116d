import type { TextFile } from '../../src/load/text-file.ts';
import type { ToyEdit } from './toy-flows.ts';

/** A small procedure with nothing to say against it. */
export const SOUND_FLOW = `id: toy
title: 试办一件事
for-whom: 想试一试的人
reviewed: 2026-11-22
review-by: 2027-05-31
jurisdiction: home
tree:
  - who: { other: [{ exit: not-you }] }
  - home
  - exit: do-it
questions:
  who:
    ask: 谁来办？
    options: { self: 本人, family: 家人代办, other: 别人 }
    unsure: { as: self, find-out: 问问家里人。 }
  home: { ask: 在哪参保？, type: place }
outcomes:
  do-it: { verdict: proceed, title: 可以办, sources: [doc/1] }
  not-you: { verdict: not-eligible, title: 别人不能办, sources: [doc/2] }
materials:
  id-card: { name: 身份证, sources: [doc/3] }
  agent-id: { name: 代办人身份证, when: { who: family }, sources: [doc/3] }
steps:
  go: { title: 在<home.app>办, sources: [doc/4] }
  ask-family: { title: 请家里人来办, when: { outcome: not-you }, sources: [doc/4] }
`;

/** Cases that touch all of it. */
export const SOUND_CASES = `cases:
  - { id: self, title: 自己办, answers: { who: 不清楚, home: "430900" }, outcome: do-it, must: [go] }
  - { id: mine, title: 本人办, answers: { who: self, home: "430900" }, outcome: do-it, must: [go] }
  - { id: family, title: 家人办, answers: { who: family, home: "430900" }, outcome: do-it, must: [agent-id] }
  - { id: other, title: 别人办, answers: { who: other }, outcome: not-you, must: [ask-family] }
`;

const source = (title: string, place = '') =>
  `{ title: ${title}, issuer: 试办局, grade: A, seen: 2026-11-22${place} }`;

const TEXTS: Readonly<Record<string, string>> = {
  'toy/flow.yaml': SOUND_FLOW,
  'toy/cases.yaml': SOUND_CASES,
  'shared/sources.yaml': `doc: ${source('试办办法')}\n`,
  'places/00-nation.yaml': `place: "00"
channel-kinds: { app: 办理入口 }
channels: { app: [{ name: 国家办, sources: [doc/1] }] }
`,
  'places/43-hunan.yaml': `place: "43"
channels: { app: [{ name: 湘试办, sources: [hunan-doc] }] }
overlays:
  toy:
    change: { steps: { go: { say: 带好身份证。, sources: [hunan-doc] } } }
sources:
  hunan-doc: ${source('湖南试办办法', ', place: "43"')}
`,
  'places/32-jiangsu.yaml': `place: "32"
channels: { app: [{ name: 苏试办, sources: [jiangsu-doc] }] }
sources:
  jiangsu-doc: ${source('江苏试办办法', ', place: "32"')}
`,
};

/** Its files, some of them changed. What an edit replaces must be there exactly once. */
export function soundFiles(...edits: readonly ToyEdit[]): TextFile[] {
  const texts = new Map(Object.entries(TEXTS));
  for (const [name, from, to] of edits) {
    const text = texts.get(name) ?? '';
    if (text.split(from).length !== 2) throw new Error(`${name} does not hold once: ${from}`);
    texts.set(
      name,
      text.replace(from, () => to),
    );
  }
  return [...texts].map(([name, text]) => ({ path: `flows/${name}`, text }));
}
