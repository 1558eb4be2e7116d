import type { LookupTable } from '../model/flow.ts';
import { type CitationScope, needCitations } from './parse-citation.ts';
import { readTextOrNumber } from './parse-derive.ts';
import { MapReader } from './read-map.ts';
import { checkId, readList, readListOf, readMap, readString } from './read-value.ts';
import { said } from './wording.ts';
import type { YamlNode } from './yaml-node.ts';

type Cell = LookupTable['rows'][number]['match'][number];
type Problems = CitationScope['problems'];

/** Reads a table of a lookup: its columns, and rows of what must match and what it is then. */
export function parseTable(id: string, node: YamlNode, scope: CitationScope): LookupTable | undefined {
  const { problems } = scope;
  checkId(id, node.position, problems);
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const title = map.need('title', readString) ?? '';
  const columns = map.need('columns', readListOf(readString)) ?? [];
  const rows =
    map.need(
      'rows',
      readListOf((row) => parseRow(row, columns.length, problems)),
    ) ?? [];
  const sources = needCitations(map, scope);
  map.finish();
  return { id, title, columns, rows, sources } as LookupTable;
}

function parseRow(
  node: YamlNode,
  width: number,
  problems: Problems,
): LookupTable['rows'][number] | undefined {
  const written = readMap(node, problems);
  if (!written) return undefined;
  const map = new MapReader(written, problems);
  const list = map.need('match', readList);
  const is = map.need('is', readTextOrNumber);
  map.finish();
  if (!list || is === undefined) return undefined;
  if (list.items.length !== width) problems.add(list.position, said.wrongCellCount(width, list.items.length));
  return { match: list.items.flatMap((item) => parseCell(item, problems) ?? []), is };
}

/** A value, or `{from, until}` with both ends included. */
function parseCell(node: YamlNode, problems: Problems): Cell | undefined {
  if (node.kind !== 'map') return readTextOrNumber(node, problems);
  const map = new MapReader(node, problems);
  const from = map.read('from', readTextOrNumber);
  const until = map.read('until', readTextOrNumber);
  map.finish();
  if (from === undefined && until === undefined) problems.add(node.position, said.emptyValue());
  return { ...(from !== undefined && { from }), ...(until !== undefined && { until }) };
}
