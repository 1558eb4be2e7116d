import type { CalendarDate } from '../model/calendar-date.ts';
import type { CitedSource, ListedSource } from '../model/checklist.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { Grade, Source } from '../model/source.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { withoutAbsent } from './without-absent.ts';

/** A line as far as its sources go. */
interface Cited {
  readonly sources: readonly CitedSource[];
}

/**
 * The sources at the foot of a checklist, each once, numbered by first appearance. The grade of a national
 * document is that of the best claim that the checklist takes from it.
 */
export function listSources(
  compiled: CompiledFlow,
  lines: readonly Cited[],
  date: CalendarDate,
): ListedSource[] {
  const best = new Map<string, Grade>();
  for (const { sources } of lines) {
    for (const { id, grade } of sources) {
      const before = best.get(id);
      if (before === undefined || grade < before) best.set(id, grade);
    }
  }
  const listed: ListedSource[] = [];
  for (const [id, grade] of best) {
    const source = compiled.flow.sources[id];
    // Under a national line a local paper's grade is lowered for the line, not for the paper.
    const own = source?.place === undefined ? grade : source.grade;
    if (source) listed.push(listSource(compiled, source, listed.length + 1, own, date));
  }
  return listed;
}

const listedBefore = new WeakMap<Source, Map<string, ListedSource>>();

/** A source under one number; the same object for all checklists of a time when it is, or is not yet, in force. */
function listSource(
  compiled: CompiledFlow,
  source: Source,
  mark: number,
  grade: Grade,
  date: CalendarDate,
): ListedSource {
  const isAhead = source.from !== undefined && source.from > date;
  const key = `${mark}${grade}${isAhead}`;
  const ofSource = listedBefore.get(source) ?? new Map<string, ListedSource>();
  listedBefore.set(source, ofSource);
  const known = ofSource.get(key) ?? makeListed(compiled, source, mark, grade, isAhead);
  ofSource.set(key, known);
  return known;
}

function makeListed(
  { atlas }: CompiledFlow,
  source: Source,
  mark: number,
  grade: Grade,
  isAhead: boolean,
): ListedSource {
  const { id, number, title, issuer, url, seen, place, from } = source;
  return deepFreeze(
    withoutAbsent<ListedSource>({
      mark,
      id,
      cite: number ?? title,
      grade,
      inForceFrom: isAhead ? from : undefined,
      title,
      issuer,
      url,
      seen,
      place: place === undefined ? undefined : (atlas.get(place)?.name ?? place),
    }),
  );
}
