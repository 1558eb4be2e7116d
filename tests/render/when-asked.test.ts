import { expect, test } from 'vitest';
import { whenAsked } from '../../src/render/when-asked.ts';
import { TOY_FLOW } from '../cli/toy-flow.ts';
import { toyStore } from '../cli/toy-store.ts';

const TREE = TOY_FLOW.slice(TOY_FLOW.indexOf('tree:'), TOY_FLOW.indexOf('questions:'));

/** When `months` is asked, if the toy's tree were this. */
async function monthsIn(tree: string): Promise<string | undefined> {
  const toy = toyStore(TOY_FLOW.replace(TREE, `tree:\n${tree}`));
  return whenAsked(await toy.get('toy'), 'months');
}

const REST = `  - home
  - papers
  - paid
  - first-day
  - agree
  - exit: do-it
`;

const EXIT = '      other: [{ exit: not-you }]\n';

test.each([
  ['the trunk', `  - months\n  - who:\n${EXIT}${REST}`, undefined],
  ['one branch', `  - who:\n${EXIT}      self: [months]\n${REST}`, '“谁来办”答“本人”时才问'],
  [
    'two branches alike',
    `  - who:\n${EXIT}      self: [months]\n      family: [months]\n${REST}`,
    '“谁来办”答“本人”或“家人代办”时才问',
  ],
  [
    'a branch in a branch',
    `  - who:\n${EXIT}      self: [{ agree: { yes: [months] } }]\n${REST}`,
    '“谁来办”答“本人”，并且“愿意签承诺书吗”答“是”时才问',
  ],
  [
    'two ways',
    `  - who:\n${EXIT}      self: [months]\n  - agree:\n      no: [months]\n${REST}`,
    '“谁来办”答“本人”；或者“愿意签承诺书吗”答“不是”时才问',
  ],
  [
    'a narrower way beside a wider one',
    `  - agree:\n      no: [{ who: { self: [months] } }]\n  - who:\n${EXIT}      self: [months]\n${REST}`,
    '“谁来办”答“本人”时才问',
  ],
  ['a branch and the trunk', `  - who:\n${EXIT}      self: [months]\n  - months\n${REST}`, undefined],
  [
    'a test',
    `  - who:\n${EXIT}  - when: { who: self }\n    then: []\n    else: [months]\n${REST}`,
    '“谁来办”没答“本人”时才问',
  ],
  [
    'a test that may stay open',
    `  - who:\n${EXIT}  - home\n  - paid\n  - when: { same: [home, home], at: city }\n    then: [months]\n    unknown: then\n${REST}`,
    '“在哪参保”和“在哪参保”在同一个市（说不准也算）时才问',
  ],
])('a question in %s', async (_where, tree, words) => {
  expect(await monthsIn(tree)).toBe(words);
});
