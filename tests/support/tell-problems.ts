import { loadFlows } from '../../src/load/load-flows.ts';
import type { Problem } from '../../src/model/problem.ts';
import { TOY_DIVISIONS, type ToyEdit, toyFiles } from './toy-flows.ts';

/** A slip in the toy flows, and every problem it makes. */
export type Slip = readonly [slip: string, edits: readonly ToyEdit[], told: readonly string[]];

/** A replacement in the toy flow itself. */
export function inFlow(from: string, to: string): ToyEdit {
  return ['toy/flow.yaml', from, to];
}

/** The problems of the toy flows after some edits, a line each. */
export function problemsAfter(edits: readonly ToyEdit[]): string[] {
  return loadFlows(toyFiles(...edits), TOY_DIVISIONS).problems.map(problemLine);
}

/** `code file:line:column message`, the file without `flows/`. */
export function problemLine({ code, file = '', line, column, message }: Problem): string {
  return `${code} ${file.replace(/^flows\//, '')}:${line}:${column} ${message}`;
}
