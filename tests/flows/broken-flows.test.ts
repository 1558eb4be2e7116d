import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type PlacedNode, treeNodes } from '../../src/check/lint/tree-nodes.ts';
import { locate } from '../../src/check/locate.ts';
import { proofProblems } from '../../src/check/proof-problems.ts';
import { proveFlow } from '../../src/check/prove/prove-flow.ts';
import { decodeDivisions } from '../../src/load/divisions.ts';
import { type LoadedFlows, loadFlows } from '../../src/load/load-flows.ts';
import { readFolder } from '../../src/load/read-folder.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { FlowPositions, Problem, SourcePosition } from '../../src/model/problem.ts';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';

const folder = fileURLToPath(new URL('../../flows', import.meta.url));
const { files } = await readFolder({ folder, shownAs: 'flows' });
const divisions = decodeDivisions(makeDivisionRows());
const good = loadFlows(files, divisions).toBook();

const WORD = /^[a-z][a-z0-9-]*/;

/** The file of a flow and what it needs to load: what flows share, and the flows that it names. */
function filesFor(flow: Flow): TextFile[] {
  const own = files.find(({ path }) => path === `flows/${flow.id}/flow.yaml`)?.text ?? '';
  return files.filter(({ path }) => {
    const [, id, kind] = /^flows\/([a-z-]+)\/(flow|cases)\.yaml$/.exec(path) ?? [];
    const isNamed = new RegExp(`\\b(?:to|see): ${id}\\b`).test(own);
    return kind === undefined || (kind === 'flow' && (id === flow.id || isNamed));
  });
}

/** A copy of a flow in which things are spoilt one after another, each within its line. */
class Copy {
  readonly flow: Flow;
  readonly nodes: readonly PlacedNode[];
  readonly #positions: FlowPositions;
  readonly #file: string;
  readonly #lines: string[];

  constructor(flow: Flow) {
    this.flow = flow;
    this.nodes = treeNodes(flow.tree);
    this.#positions = good.positions[flow.id] ?? {};
    this.#file = `flows/${flow.id}/flow.yaml`;
    this.#lines = (files.find(({ path }) => path === this.#file)?.text ?? '').split('\n');
  }

  at(subject: string): SourcePosition {
    const position = locate(subject, this.#positions);
    if (position?.file !== this.#file) throw new Error(`${subject} is not in ${this.#file}`);
    return position;
  }

  /** Where a pattern begins in the file for the first time. */
  find(pattern: RegExp): SourcePosition {
    const index = this.#lines.findIndex((line) => pattern.test(line));
    return { file: this.#file, line: index + 1, column: (this.#lines[index]?.search(pattern) ?? -1) + 1 };
  }

  rest({ line, column }: SourcePosition): string {
    return this.#lines[line - 1]?.slice(column - 1) ?? '';
  }

  /** Replaces what a pattern finds at a place, and says where the code is to be told. */
  spoil(code: string, place: SourcePosition, pattern: RegExp, bad: (was: string) => string): string {
    const { file, line, column } = place;
    const rest = this.rest(place);
    const changed = rest.replace(pattern, bad);
    expect(changed).not.toBe(rest);
    this.#lines[line - 1] = (this.#lines[line - 1] ?? '').slice(0, column - 1) + changed;
    return `${code} ${file}:${line}:${column}`;
  }

  misspell(code: string, place: SourcePosition): string {
    return this.spoil(code, place, WORD, (was) => `${was}x`);
  }

  load(): LoadedFlows {
    const text = this.#lines.join('\n');
    return loadFlows(
      filesFor(this.flow).map((file) => (file.path === this.#file ? { ...file, text } : file)),
      divisions,
    );
  }
}

function places(problems: readonly Problem[]): string[] {
  return problems.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`);
}

/** The first or last node of a kind in the tree, as the file reads. */
function nodeOf(copy: Copy, isIt: (one: PlacedNode) => boolean): string {
  const found = copy.nodes.findLast(isIt);
  if (!found) throw new Error(`${copy.flow.id} has no such node`);
  return found.subject;
}

const isExit = ({ node }: PlacedNode): boolean => node.kind === 'exit';

describe.each(good.flows.map((flow) => [flow.id, flow] as const))('a copy of %s', (_id, flow) => {
  test('with misspelled names is told each at its place', () => {
    const copy = new Copy(flow);
    const plain = nodeOf(copy, ({ node }) => node.kind === 'ask' && !node.branches);
    const branching = copy.nodes.find(({ node }) => node.kind === 'ask' && node.branches);
    const options = branching?.node.kind === 'ask' ? Object.keys(branching.node.branches ?? {}) : [];
    const told = [
      copy.misspell('unknown-question', copy.at(plain)),
      copy.misspell('unknown-value', copy.at(`${branching?.subject}/${options[0]}`)),
      copy.misspell('unknown-outcome', copy.at(`${nodeOf(copy, isExit)}/exit`)),
      copy.misspell('unknown-key', copy.find(/\bverdict: /)),
      copy.misspell('unknown-source', copy.at(`outcome/${Object.keys(flow.outcomes)[0]}/sources/0`)),
    ];
    const found = places(copy.load().problems);
    expect(told.filter((place) => !found.includes(place))).toEqual([]);
  });

  test('without one of its sources is told at each line that cites it', () => {
    const cited = Object.values(flow.outcomes).flatMap(({ id, sources }) =>
      sources.map(({ source }, index) => ({ source, subject: `outcome/${id}/sources/${index}` })),
    );
    const id = cited[0]?.source ?? '';
    const entry = new RegExp(`^( *)${id}:\\n(?:\\1 +.*\\n)+`, 'm');
    const without = filesFor(flow).map((file) => ({ ...file, text: file.text.replace(entry, '') }));
    const copy = new Copy(flow);
    const lines = cited.filter(({ source }) => source === id).map(({ subject }) => copy.at(subject).line);
    const own = `flows/${flow.id}/flow.yaml`;
    const found = loadFlows(without, divisions).problems.filter(
      ({ code, file }) => code === 'unknown-source' && file === own,
    );
    expect(found.map(({ line }) => line)).toEqual(expect.arrayContaining(lines));
  });

  test('without its last exit is told where the path ends', () => {
    const copy = new Copy(flow);
    const last = copy.at(nodeOf(copy, isExit));
    const isBlock = copy.rest(last).startsWith('exit:');
    copy.spoil(
      '',
      isBlock ? { ...last, column: 1 } : last,
      isBlock ? /^.*$/ : /\{ exit: [a-z-]+ \}/,
      () => '',
    );
    const ends = copy.load().problems.filter(({ code }) => code === 'path-without-exit');
    const before = copy.nodes.filter(({ subject }) => /^tree\/\d+$/.test(subject)).at(-2);
    expect(ends.length).toBeGreaterThan(0);
    for (const { line = 0 } of ends) {
      expect(line).toBeGreaterThanOrEqual(copy.at(before?.subject ?? 'flow').line);
      expect(line).toBeLessThanOrEqual(last.line);
    }
  });

  test('with an impossible condition is told at that condition', () => {
    const copy = new Copy(flow);
    const condition = /^when: (?:\{[^{}]*\}|[a-z-]+)$/;
    const item = flow.items.find(({ kind, id }) => {
      const position = good.positions[flow.id]?.[`${kind}/${id}/when`];
      const isOwn = position?.file === `flows/${flow.id}/flow.yaml`;
      return isOwn && condition.test(copy.rest({ ...position, column: 5 }));
    });
    const [first, second] = Object.keys(flow.outcomes);
    const place = { ...copy.at(`${item?.kind}/${item?.id}/when`), column: 5 };
    const told = copy.spoil(
      'item-never-listed',
      place,
      condition,
      () => `when: { all: [{ outcome: ${first} }, { outcome: ${second} }] }`,
    );
    const book = copy.load().toBook();
    const changed = book.flows.find(({ id }) => id === flow.id);
    const found = changed ? proofProblems(proveFlow(changed), book.positions[flow.id] ?? {}) : [];
    expect(places(found)).toContain(told);
  });
});
