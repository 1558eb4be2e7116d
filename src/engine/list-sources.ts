import type { CalendarDate } from '../model/calendar-date.ts';
import type { CitedSource, ListedSource } from '../model/checklist.ts';
import type { Grade, Source } from '../model/source.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { withoutAbsent } from './without-absent.ts';

/**
 * The sources at the foot of a checklist, each once, numbered by first appearance. The grade of a national
 * document is that of the best claim that the checklist takes from it.
 */
export function listSources(
  { flow, atlas }: CompiledFlow,
  cited: readonly CitedSource[],
  date: CalendarDate,
): ListedSource[] {
  const ids = [...new Set(cited.map(({ id }) => id))];
  return ids
    .flatMap((id) => flow.sources[id] ?? [])
    .map((source, index) =>
      withoutAbsent<ListedSource>({
        mark: index + 1,
        id: source.id,
        cite: source.number ?? source.title,
        grade: gradeHere(source, cited),
        inForceFrom: source.from !== undefined && source.from > date ? source.from : undefined,
        title: source.title,
        issuer: source.issuer,
        url: source.url,
        seen: source.seen,
        place: source.place === undefined ? undefined : (atlas.get(source.place)?.name ?? source.place),
      }),
    );
}

function gradeHere({ id, grade, place }: Source, cited: readonly CitedSource[]): Grade {
  // Under a national line a local paper's grade is lowered for the line, not for the paper.
  if (place !== undefined) return grade;
  const grades = cited.filter((one) => one.id === id).map((one) => one.grade);
  return grades.sort()[0] ?? grade;
}
