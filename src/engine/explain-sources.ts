import type { CalendarDate } from '../model/calendar-date.ts';
import type { CitedSource } from '../model/checklist.ts';
import { localPapersAlone, ONE_LOWER } from '../model/local-papers.ts';
import { NATION } from '../model/place.ts';
import type { Citation } from '../model/source.ts';
import { placeChain } from './atlas.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { homeCode } from './home-place.ts';
import type { Knowledge } from './knowledge.ts';
import { withoutAbsent } from './without-absent.ts';

/** What a line rests on, as it is shown. */
export interface Grounds {
  readonly sources: readonly CitedSource[];
  /** A national line on local papers alone: whose papers. */
  readonly accordingTo: readonly string[] | undefined;
  /** It rests on unverified claims alone. */
  readonly isUnverified: boolean;
}

/**
 * The sources of a line that comes from the place `code`, with the grades that count for it. A national
 * line on local papers alone is borrowed, unless one of the papers is of the person's own place.
 */
export function explainSources(
  compiled: CompiledFlow,
  citations: readonly Citation[],
  code: string,
  knowledge: Knowledge,
): Grounds {
  const places = localPapersAlone(citations, compiled.flow.sources);
  const home = placeChain(compiled.atlas, homeCode(compiled, knowledge));
  const isBorrowed = code === NATION && places.length > 0 && !places.some((place) => home.includes(place));
  const sources = citations.map((citation) => cite(compiled, citation, isBorrowed, knowledge.date));
  return {
    sources,
    accordingTo: isBorrowed ? placeNames(compiled, places) : undefined,
    isUnverified: sources.length > 0 && sources.every(({ grade }) => grade === 'C'),
  };
}

/** As shown, by whether it is borrowed and whether it is not yet in force. */
type Shown = Partial<Record<string, CitedSource>>;

const shownBefore = new WeakMap<CompiledFlow, WeakMap<Citation, Shown>>();

/** One citation as shown, at its own grade or one lower; the same object for all lines that show it so. */
export function cite(
  compiled: CompiledFlow,
  citation: Citation,
  isBorrowed: boolean,
  date: CalendarDate,
): CitedSource {
  const from = compiled.flow.sources[citation.source]?.from;
  const isAhead = from !== undefined && from > date;
  const shown = shownOf(compiled, citation);
  const key = `${isBorrowed}${isAhead}`;
  shown[key] ??= Object.freeze(show(compiled, citation, isBorrowed, isAhead));
  return shown[key];
}

function shownOf(compiled: CompiledFlow, citation: Citation): Shown {
  const ofFlow = shownBefore.get(compiled) ?? new WeakMap<Citation, Shown>();
  shownBefore.set(compiled, ofFlow);
  const shown = ofFlow.get(citation) ?? {};
  ofFlow.set(citation, shown);
  return shown;
}

function show(
  { flow }: CompiledFlow,
  { source: id, at, grade }: Citation,
  isBorrowed: boolean,
  isAhead: boolean,
): CitedSource {
  const source = flow.sources[id];
  const name = source?.number ?? source?.title ?? id;
  return withoutAbsent<CitedSource>({
    id,
    cite: at === undefined ? name : `${name} ${at}`,
    grade: isBorrowed ? ONE_LOWER[grade] : grade,
    inForceFrom: isAhead ? source?.from : undefined,
  });
}

function placeNames({ atlas }: CompiledFlow, codes: readonly string[]): string[] {
  return codes.map((code) => atlas.get(code)?.name ?? code);
}
