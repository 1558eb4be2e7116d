import type { Citation, Grade, Source } from './source.ts';

/** What a claim counts where a national line rests on local papers alone: one grade lower. */
export const ONE_LOWER: Readonly<Record<Grade, Grade>> = { A: 'B', B: 'C', C: 'C' };

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
