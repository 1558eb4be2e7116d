import { expect, test } from 'vitest';
import { checkFiles } from '../../src/cli/check/check-files.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import { TOY_DIVISIONS, type ToyEdit, toyFiles } from '../support/toy-flows.ts';

function checkToys(named: readonly string[], ...edits: readonly ToyEdit[]) {
  const loaded = loadFlows(toyFiles(...edits), TOY_DIVISIONS);
  const told: string[] = [];
  const result = checkFiles(
    { loaded, problems: loaded.problems, named: new Set(named) },
    undefined,
    ({ title, number, count, checked }) => void told.push(`${title} ${number}/${count} ${checked}`),
  );
  return { ...result, told };
}

test.each([
  ['nothing named', [], ['toy', 'other']],
  ['a flow', ['flows/other/flow.yaml'], ['other']],
  ['its cases', ['flows/toy/cases.yaml'], ['toy']],
  ['a place with an overlay of it', ['flows/places/43-hunan.yaml'], ['toy']],
  ['a shared part that it uses', ['flows/shared/materials.yaml'], ['toy']],
  ['something of which nobody can say whom it touches', ['flows/shared/terms.yaml'], ['toy', 'other']],
])('%s', (_what, named, flows) => {
  expect(checkToys(named).reports.map(({ id }) => id)).toEqual(flows);
});

test('problems of shared files are told only for those that were named', () => {
  const files = (named: readonly string[]) => [...new Set(checkToys(named).problems.map(({ file }) => file))];
  expect(files([])).toEqual([
    'flows/places/00-nation.yaml',
    'flows/shared/sources.yaml',
    'flows/shared/terms.yaml',
  ]);
  expect(files(['flows/shared/terms.yaml'])).toEqual(['flows/shared/terms.yaml']);
  expect(files(['flows/toy/flow.yaml'])).toEqual([]);
});

test('a flow that does not load is told, and the others are checked', () => {
  const { broken, reports } = checkToys([], ['other/flow.yaml', 'kind, {', 'kin, {']);
  expect(broken.map(({ id, problems }) => [id, problems.map(({ code }) => code)])).toEqual([
    ['other', ['unknown-question']],
  ]);
  expect(reports.map(({ id }) => id)).toEqual(['toy']);
});

test('a named flow that does not load does not make all others wait', () => {
  const { broken, reports } = checkToys(['flows/other/flow.yaml'], ['other/flow.yaml', 'kind, {', 'kin, {']);
  expect({ broken: broken.map(({ id }) => id), reports }).toEqual({ broken: ['other'], reports: [] });
});

test('cases that are wrongly written are told with their flow, which is checked', () => {
  const { broken, reports } = checkToys([], ['toy/cases.yaml', 'outcome: apply', 'outcome: aply']);
  expect(broken).toEqual([]);
  const toy = reports.find(({ id }) => id === 'toy');
  expect(toy?.problems.map(({ code }) => code)).toContain('unknown-outcome');
  expect(toy?.paths).toBeGreaterThan(0);
});

test('errors of shared files are never hidden', () => {
  const { problems } = checkToys(['flows/other/flow.yaml'], ['shared/terms.yaml', '户口簿: ', '户口簿: 1 #']);
  expect(problems.map(({ code }) => code)).toEqual(['number-for-text']);
});

test('progress tells the flow, and how much is proven', () => {
  const { told } = checkToys(['flows/other/flow.yaml']);
  expect(told[0]).toBe('补办借书证 1/1 0');
  expect(told.at(-1)).toBe('补办借书证 1/1 1');
});
