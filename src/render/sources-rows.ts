import type { Flow } from '../model/flow.ts';
import { localPapersAlone, ONE_LOWER } from '../model/local-papers.ts';
import { NATION } from '../model/place.ts';
import type { Citation, Grade } from '../model/source.ts';
import { cleanText } from './clean-text.ts';
import { collectSourcedLines, type SourcedLine } from './sourced-lines.ts';
import {
  CHANGE_WORDS,
  type COLUMN_WORDS,
  KIND_WORDS,
  SOURCES_WORDS,
  type SourcesCount,
} from './sources-wording.ts';

/** A column of the table. */
export type Column = keyof typeof COLUMN_WORDS;

/** One citation of one line, as words. */
export type SourcesRow = Readonly<Record<Column, string>>;

/** A flow's lines as words: one row for each citation, and what they come to. */
export interface SourcesTable {
  readonly rows: readonly SourcesRow[];
  readonly count: SourcesCount;
}

/** Every line of a flow with its grounds, as of a date. */
export function buildSourcesTable(flow: Flow, date: string): SourcesTable {
  const lines = collectSourcedLines(flow);
  const cited = lines.flatMap((line) => line.sources.map((citation) => ({ line, citation })));
  const grades = { A: 0, B: 0, C: 0 };
  for (const { line, citation } of cited) grades[countedGrade(flow, line, citation)]++;
  return {
    rows: lines.flatMap((line) => rowsOf(flow, line, date)),
    count: {
      lines: lines.length,
      grades,
      oldest: Math.max(0, ...cited.map(({ citation }) => monthsSince(citation.seen, date))),
      verify: lines.filter(({ verify }) => verify).length,
    },
  };
}

/** Whole months from one day to a later one; 0 if it is not later. */
export function monthsSince(seen: string, date: string): number {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = seen.split('-').map(Number);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return Math.max(0, (year - fromYear) * 12 + month - fromMonth - (day < fromDay ? 1 : 0));
}

function rowsOf(flow: Flow, line: SourcedLine, date: string): SourcesRow[] {
  const { kind, id, title, place, change, time, verify } = line;
  const shared = {
    flow: flow.id,
    place: placeName(flow, place),
    change: SOURCES_WORDS.group([time ?? '', change ? CHANGE_WORDS[change] : '']),
    kind: KIND_WORDS[kind],
    id,
    title,
    verify: verify ? SOURCES_WORDS.verify : '',
    signedOff: '',
  };
  if (line.sources.length === 0) return [{ ...shared, ...NO_GROUNDS }];
  return line.sources.map((citation) => ({ ...shared, ...citationCells(flow, line, citation, date) }));
}

const NO_GROUNDS = {
  cite: SOURCES_WORDS.none,
  document: '',
  issuer: '',
  paperOf: '',
  grade: '',
  seen: '',
  months: '',
  url: '',
};

function citationCells(
  flow: Flow,
  line: SourcedLine,
  citation: Citation,
  date: string,
): Record<keyof typeof NO_GROUNDS, string> {
  const { source: id, at, grade, seen } = citation;
  const source = flow.sources[id];
  const counted = countedGrade(flow, line, citation);
  return {
    cite: cleanText(`${source?.number ?? source?.title ?? id} ${at ?? ''}`),
    document: cleanText(source?.title ?? id),
    issuer: cleanText(source?.issuer ?? ''),
    paperOf: placeName(flow, source?.place ?? NATION),
    grade: counted === grade ? grade : SOURCES_WORDS.lowered(grade, counted),
    seen,
    months: String(monthsSince(seen, date)),
    url: cleanText(source?.url ?? ''),
  };
}

/** A national line that rests on local papers alone counts one grade lower. */
function countedGrade(flow: Flow, { place, sources }: SourcedLine, { grade }: Citation): Grade {
  const borrowed = place === NATION && localPapersAlone(sources, flow.sources).length > 0;
  return borrowed ? ONE_LOWER[grade] : grade;
}

function placeName(flow: Flow, code: string): string {
  if (code === NATION) return SOURCES_WORDS.nation;
  return flow.common.divisions.find((division) => division.code === code)?.name ?? code;
}
