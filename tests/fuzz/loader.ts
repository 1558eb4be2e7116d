import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { buildChecklist } from '../../src/engine/build-checklist.ts';
import { decodeDivisions } from '../../src/load/divisions.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import { readFolder } from '../../src/load/read-folder.ts';
import { decodeText, type TextFile } from '../../src/load/text-file.ts';
import type { Problem } from '../../src/model/problem.ts';
import { makeDivisionRows } from '../../tools/divisions/division-table.mjs';
import { mutate, someEdits } from './mutate-text.ts';
import type { Target } from './target.ts';
import { walk } from './walk.ts';

/** A file of the package and what stands in it instead: text, or bytes in base64 that are no text. */
export interface LoaderInput {
  readonly path: string;
  readonly text?: string;
  readonly base64?: string;
  /** It lies in a folder of its own, over the file of the package. */
  readonly outside?: boolean;
}

const LONGEST = 5_000;
const divisions = decodeDivisions(makeDivisionRows());
const { files } = await readFolder({
  folder: fileURLToPath(new URL('../../flows', import.meta.url)),
  shownAs: 'flows',
});

const inputs: fc.Arbitrary<LoaderInput> = fc
  .tuple(fc.constantFrom(...files), someEdits, fc.boolean())
  .map(([{ path, text }, edits, outside]) => ({
    ...toInput(path, mutate(text, edits)),
    ...(outside ? { outside } : {}),
  }));

function toInput(path: string, bytes: Buffer): LoaderInput {
  const text = bytes.toString();
  return Buffer.from(text).equals(bytes) ? { path, text } : { path, base64: bytes.toString('base64') };
}

/** A broken file is told of by problems that have a place in it; a sound one can be used. */
export const loader: Target<LoaderInput> = {
  name: 'loader',
  inputs,
  check({ path: replaced, text, base64, outside = false }) {
    const path = outside ? replaced.replace('flows/', '我的/') : replaced;
    const bytes = text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text);
    const decoded = decodeText(path, bytes);
    if ('problem' in decoded) return checkProblem(decoded.problem, new Map([[path, '']]));
    const read = withNeighbours(replaced, { path, text: decoded.text, ...(outside ? { outside } : {}) });
    const began = performance.now();
    const loaded = loadFlows(read, divisions);
    const took = performance.now() - began;
    if (took > LONGEST) throw new Error(`took ${took} ms`);
    const texts = new Map(read.map((file) => [file.path, file.text]));
    for (const problem of loaded.problems) checkProblem(problem, texts);
    for (const flow of loaded.flows) {
      const whole = { ...flow, common: loaded.common };
      JSON.stringify(whole);
      buildChecklist(whole, walk(whole, flow.reviewed, [3, 11, 8]), { date: flow.reviewed });
    }
  },
};

/** The changed file, and as few others as it can be loaded with. */
function withNeighbours(replaced: string, changed: TextFile): TextFile[] {
  const folder = /^flows\/([^/]+)\//.exec(replaced)?.[1] ?? '';
  const flow = ['shared', 'places', ''].includes(folder) ? 'gongji' : folder;
  const near = files.filter(({ path }) =>
    [`flows/${flow}/`, 'flows/shared/', 'flows/places/00-', 'flows/holidays'].some((start) =>
      path.startsWith(start),
    ),
  );
  return [...near.filter(({ path }) => path !== changed.path), changed];
}

function checkProblem(problem: Problem, texts: ReadonlyMap<string, string>): void {
  const { code, message, file, line, column } = problem;
  const fail = (what: string) => {
    throw new Error(`${what}: ${JSON.stringify(problem)}`);
  };
  if (!code || !/\p{Script=Han}/u.test(message)) fail('a problem that says nothing');
  if (/undefined|\[object |NaN/.test(message)) fail('a problem that says nonsense');
  // A file that was named in a path of its own, such as one of a flow that is not there, has no lines.
  const lines = texts.get(file ?? '')?.split('\n').length;
  if (file === undefined || lines === undefined) return;
  if (line === undefined || line < 1 || (lines > 1 && line > lines + 1))
    fail(`not in its file of ${lines} lines`);
  if (column === undefined || column < 1) fail('no column');
}
