import type { SourcePosition } from '../model/problem.ts';
import type { Citation, Grade } from '../model/source.ts';
import { defined } from './defined.ts';
import { isPaperOf } from './place-code.ts';
import { MapReader } from './read-map.ts';
import { readDate, readList, readOneOf, readString } from './read-value.ts';
import type { Scope } from './scope.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

export const GRADES = ['A', 'B', 'C'] as const;

/** Where citations may be: what they can name, whose line they stand under. */
export type CitationScope = Pick<Scope, 'sources' | 'problems' | 'place' | 'book'>;

/** Reads the `sources` of a line, which are never missing or empty. */
export function needCitations(map: MapReader, scope: CitationScope): Citation[] {
  if (!map.has('sources')) scope.problems.add(map.position, said.sourcesMissing());
  return readCitations(map, scope) ?? [];
}

/** Reads the `sources` of a line, if it has any. */
export function readCitations(map: MapReader, scope: CitationScope): Citation[] | undefined {
  const list = map.read('sources', readList);
  if (list?.items.length === 0) scope.problems.add(map.at('sources'), said.sourcesMissing());
  return list?.items.flatMap((item) => parseCitation(item, scope) ?? []);
}

/** Reads `id`, `id/article` or `{id, at, grade, seen}`. */
function parseCitation(node: YamlNode, scope: CitationScope): Citation | undefined {
  if (node.kind !== 'map') {
    const text = readString(node, scope.problems);
    if (text === undefined) return undefined;
    const slash = text.indexOf('/');
    const id = slash < 0 ? text : text.slice(0, slash);
    const at = slash < 0 ? undefined : text.slice(slash + 1).trim();
    if (at === '') scope.problems.add(node.position, said.emptyArticle(text));
    return cite(id.trim(), { at }, node.position, scope);
  }
  const map = new MapReader(node, scope.problems);
  const id = map.need('id', readString);
  const at = map.read('at', readString);
  const grade = map.read('grade', readOneOf(GRADES));
  const seen = map.read('seen', readDate);
  map.finish();
  return id === undefined ? undefined : cite(id, { at, grade, seen }, map.at('id'), scope);
}

interface CitationParts {
  readonly at?: string | undefined;
  readonly grade?: Grade | undefined;
  readonly seen?: string | undefined;
}

function cite(
  id: string,
  { at, grade, seen }: CitationParts,
  position: SourcePosition,
  scope: CitationScope,
) {
  const source = scope.sources.get(id);
  if (!source) {
    scope.problems.add(position, said.unknownSource(id, scope.sources.keys()));
    return undefined;
  }
  return defined({ source: id, at, grade: grade ?? source.grade, seen: seen ?? source.seen });
}

/** Reports a line that rests on grade C alone and does not say `verify: true`. */
export function checkVerify(
  citations: readonly Citation[],
  verify: boolean | undefined,
  position: SourcePosition,
  scope: CitationScope,
): void {
  if (verify || citations.length === 0) return;
  if (restsOnC(citations, scope)) scope.problems.add(position, said.verifyMissing());
}

/** Whether every citation counts as grade C here. */
export function restsOnC(citations: readonly Citation[], scope: CitationScope): boolean {
  return citations.every((citation) => gradeUnder(citation, scope) === 'C');
}

/** The grade as it counts here: a paper of another place counts one lower. */
function gradeUnder({ source, grade }: Citation, { sources, place, book }: CitationScope): Grade {
  const paper = sources.get(source)?.place;
  if (paper === undefined || (place !== undefined && isPaperOf(paper, place, book.divisions))) return grade;
  return grade === 'A' ? 'B' : 'C';
}
