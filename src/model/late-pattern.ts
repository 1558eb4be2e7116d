import { late } from './late.ts';

/**
 * A pattern made when it is first asked for. V8 looks at a literal each time it parses the code around it, and
 * for a property such as `\p{Script=Han}` it then builds a table of all characters: half a millisecond of
 * every start. `source` is what stands between the slashes.
 */
export function latePattern(source: string, flags: string): () => RegExp {
  return late(() => new RegExp(source, flags));
}
