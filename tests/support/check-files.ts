import { checkCommon, checkFlow } from '../../src/check/check-flow.ts';
import { loadFlows } from '../../src/load/load-flows.ts';
import type { TextFile } from '../../src/load/text-file.ts';
import { problemLine } from './tell-problems.ts';
import { TOY_DIVISIONS } from './toy-flows.ts';

/** Everything that loading and checking tell of some files, a line each. */
export function tellOfFiles(files: readonly TextFile[], date?: string): string[] {
  const loaded = loadFlows(files, TOY_DIVISIONS);
  const book = loaded.toBook();
  const found = book.flows.flatMap((flow) => checkFlow(book, flow, { date }).problems);
  return [...new Set([...loaded.problems, ...found, ...checkCommon(book, date)].map(problemLine))];
}
