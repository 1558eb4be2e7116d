import type { Citation, Source } from './source.ts';

/**
 * The places whose papers alone a line rests on; empty where a national paper bears it too. A claim of
 * grade C bears nothing where a better one stands beside it, so a national paper that was only recalled
 * does not make a local rule a national one.
 */
export function localPapersAlone(
  citations: readonly Citation[],
  sources: Readonly<Record<string, Source>>,
): readonly string[] {
  const firm = citations.filter(({ grade }) => grade !== 'C');
  const bearing = firm.length > 0 ? firm : citations;
  const places = bearing.flatMap(({ source }) => sources[source]?.place ?? []);
  return places.length === bearing.length ? [...new Set(places)] : [];
}
