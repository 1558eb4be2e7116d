import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ProblemList } from '../../src/load/problem-list.ts';
import { parseYaml } from '../../src/load/yaml-document.ts';
import type { YamlNode } from '../../src/load/yaml-node.ts';
import { packYaml, unpackYaml } from '../../src/load/yaml-parcel.ts';

const FLOWS = new URL('../../flows/', import.meta.url);
const names = readdirSync(FLOWS, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
);

function parse(text: string): YamlNode {
  const node = parseYaml({ path: 'a.yaml', text }, new ProblemList());
  if (!node) throw new Error('not sound');
  return node;
}

/** As another thread gets it. */
function sent(node: YamlNode): YamlNode {
  return unpackYaml(structuredClone(packYaml(node)), 'a.yaml');
}

test.each(names)('flows/%s comes out of its parcel as it went in, every position included', (name) => {
  const node = parse(readFileSync(new URL(name, FLOWS), 'utf8'));
  expect(sent(node)).toEqual(node);
});

test.each([
  ['values of every kind', 'a: [x, "1", 1, 1.5, 012, true, ~, -0.5]\nb:\nc: ""\n'],
  ['maps and lists, empty ones and within brackets', 'a: { b: [], c: {} }\nd:\n  - - e\n  - f: g\n'],
  ['an alias', 'a: &x { b: [1] }\nc: *x\n'],
  ['one text alone', 'a\n'],
])('%s too', (_name, text) => {
  expect(sent(parse(text))).toEqual(parse(text));
});
