import type { FlowPositions, Problem } from '../model/problem.ts';
import { locate } from './locate.ts';
import type { Example, Finding, Proof } from './prove/proof.ts';
import { describeFinding } from './wording-proof.ts';

/** A finding of the proof at its place, and the shortest answers that show it. */
export interface ProvenProblem extends Problem {
  readonly example?: Example;
}

/** What the proof found as problems. A path without exit is an error, all else a warning. */
export function proofProblems({ findings }: Proof, ...books: readonly FlowPositions[]): ProvenProblem[] {
  return findings.map((finding) => ({
    code: finding.code,
    severity: finding.code === 'path-without-exit' ? 'error' : 'warning',
    message: describeFinding(finding),
    ...locate(subjectOf(finding, books[0] ?? {}), ...books),
    ...('example' in finding && { example: finding.example }),
  }));
}

/** What is wrong with an item's condition is told there. */
const CONDITION_CODES: ReadonlySet<string> = new Set(['item-never-listed', 'item-always-listed']);

/** The subject under which the loader noted where it stands. */
function subjectOf({ code, subject, under }: Finding, positions: FlowPositions): string {
  switch (subject.kind) {
    case 'tree':
      return ['tree', ...subject.path].join('/');
    case 'flow':
      return 'flow';
    case 'item': {
      const own = `${subject.item}/${subject.id}`;
      const line = (under && inOverlay(under.place, own, positions)) ?? own;
      return CONDITION_CODES.has(code) ? `${line}/when` : line;
    }
    case 'outcome': {
      const own = `outcome/${subject.id}`;
      return (under && inOverlay(under.place, `outcomes/${subject.id}`, positions)) ?? own;
    }
    case 'question':
      return `question/${subject.id}`;
  }
}

/** Where a place's overlay writes a line, if it does. */
function inOverlay(place: string, part: string, positions: FlowPositions): string | undefined {
  return Object.keys(positions).find(
    (subject) => subject.startsWith(`overlay/${place}/`) && subject.endsWith(`/${part}`),
  );
}
