import type { FlowCase } from '../model/case.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { CommonData, LookupTable, StoredFlow } from '../model/flow.ts';
import type { FlowBook } from '../model/flow-book.ts';
import { type Division, NATION } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import type { Source } from '../model/source.ts';
import { checkShared } from './check-shared.ts';
import { finishFlow } from './finish-flow.ts';
import { gatherPlaces, type PlaceFile } from './gather-places.ts';
import { reportHandOverCycles } from './hand-over-cycles.ts';
import { type LoadedFlow, loadFlow } from './load-flow.ts';
import { loadPlaces } from './load-places.ts';
import { makeFlowBook } from './make-flow-book.ts';
import type { CitationScope } from './parse-citation.ts';
import { parseHolidays } from './parse-holidays.ts';
import { parseNation } from './parse-nation.ts';
import { parseSource } from './parse-sources.ts';
import { parseTable } from './parse-table.ts';
import { ProblemList, TooManyProblems } from './problem-list.ts';
import { readCases } from './read-cases.ts';
import { type FlowFile, mergeHolidays, mergeShared, readFiles } from './read-files.ts';
import { readString } from './read-value.ts';
import type { Book } from './scope.ts';
import { sketchFlows } from './sketch-flows.ts';
import type { TextFile } from './text-file.ts';
import { said } from './wording.ts';
import type { MapEntry, MapNode, YamlNode } from './yaml-node.ts';

/** Everything that a folder of flows holds, and everything that is wrong with it. */
export interface LoadedFlows {
  /** Those without a problem of their own. */
  readonly flows: readonly StoredFlow[];
  readonly common: CommonData;
  /** Flow id -> cases. */
  readonly cases: Readonly<Record<string, readonly FlowCase[]>>;
  readonly problems: readonly Problem[];
  /** The same flows with the places of all their parts in the files, for `check`. */
  readonly toBook: () => FlowBook;
}

/**
 * Loads flow files, whatever disk they came from. Outside files merge over the built-in ones. `parsed` are
 * those of them that were parsed before, and are sound.
 */
export function loadFlows(
  files: readonly TextFile[],
  divisions: readonly Division[],
  parsed?: ReadonlyMap<TextFile, YamlNode>,
): LoadedFlows {
  const problems = new ProblemList();
  try {
    return loadAll(readFiles(files, problems, parsed), divisions, problems);
  } catch (error) {
    if (error instanceof TooManyProblems) return nothingLoaded(divisions, problems);
    throw error;
  }
}

function nothingLoaded(divisions: readonly Division[], problems: ProblemList): LoadedFlows {
  const places: CommonData['places'] = { channelKinds: {}, facts: {}, groups: {}, entries: {} };
  const common: CommonData = { divisions, places, holidays: [], flowTitles: {} };
  const parts = { flows: [], common, cases: {} };
  const toBook = (): FlowBook => ({ ...parts, positions: {}, commonPositions: {}, sharedParts: [] });
  return deepFreeze({ ...parts, problems: problems.sorted(), toBook });
}

function loadAll(
  { files: read, unreadable }: ReturnType<typeof readFiles>,
  divisions: readonly Division[],
  problems: ProblemList,
): LoadedFlows {
  const shared = mergeShared(read);
  const places = gatherPlaces(
    read,
    new Map(divisions.map((division) => [division.code, division])),
    problems,
  );
  const grounds = readGrounds(read, shared.sources, places, divisions, problems);
  const { sketches, origins, broken } = sketchFlows(read, shared, grounds.tables, problems);
  const book: Book = {
    ...grounds,
    unreadable,
    flows: new Map([...sketches].map(([id, { names }]) => [id, names])),
  };
  checkShared(shared, book, problems);
  const loaded = new Map<string, LoadedFlow>();
  for (const [id, sketch] of sketches) {
    const before = problems.count;
    loaded.set(id, loadFlow(sketch, book, problems));
    if (problems.count > before) broken.add(id);
  }
  reportHandOverCycles(sketches, problems);
  const scope: CitationScope = { book, sources: book.sources, problems };
  const holidays = mergeHolidays(read);
  const terms = new Map(
    [...shared.terms.values()].map(({ key, value }) => [key, readString(value, problems) ?? '']),
  );
  const common: CommonData = {
    divisions,
    places: loadPlaces(places, loaded, scope),
    holidays: holidays ? parseHolidays(holidays, scope) : [],
    flowTitles: Object.fromEntries([...sketches].map(([id, { names }]) => [id, names.title])),
  };
  const cases = readCases(read, { loaded, origins, places, unreadable, problems });
  const flows = [...loaded.values()]
    .map(({ flow }) => flow)
    .filter(({ id }) => !broken.has(id))
    .map((flow) => finishFlow(flow, terms, common.places));
  const toBook = () => makeFlowBook({ flows, common, cases, sketches, shared, places });
  return deepFreeze({ flows, common, cases, problems: problems.sorted(), toBook });
}

/** Sources, tables and what the nation declares: what every flow rests on. */
function readGrounds(
  files: readonly FlowFile[],
  sharedSources: MapNode['entries'],
  places: ReadonlyMap<string, PlaceFile>,
  divisionList: readonly Division[],
  problems: ProblemList,
): Omit<Book, 'flows' | 'unreadable'> {
  const divisions = new Map(divisionList.map((division) => [division.code, division]));
  const local = [...places.values()].flatMap(({ sources }) => [...(sources?.entries.values() ?? [])]);
  const sources = readSources([...sharedSources.values(), ...local], divisions, problems);
  const empty = { facts: new Map(), channelKinds: new Map(), groups: new Map(), tables: new Map() };
  const book: Book = { ...empty, divisions, sources, flows: new Map(), unreadable: new Set() };
  const scope: CitationScope = { book, sources, problems };
  const { facts, channelKinds, groups } = places.get(NATION) ?? {};
  const nation = parseNation({ facts, channelKinds, groups }, scope);
  return { divisions, sources, tables: readTables(files, scope), ...nation };
}

function readSources(
  entries: readonly MapEntry[],
  divisions: ReadonlyMap<string, Division>,
  problems: ProblemList,
): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const entry of entries) {
    if (sources.has(entry.key)) problems.add(entry.keyPosition, said.duplicateId(entry.key));
    sources.set(entry.key, parseSource(entry, divisions, problems));
  }
  return sources;
}

/** Reads the tables; one from outside replaces the built-in one. */
function readTables(files: readonly FlowFile[], scope: CitationScope): Map<string, LookupTable> {
  const tables = new Map<string, LookupTable>();
  for (const outside of [false, true]) {
    for (const { role, node, outside: isOutside } of files) {
      if (role.kind !== 'table' || isOutside !== outside) continue;
      const table = parseTable(role.id, node, scope);
      if (table) tables.set(table.id, table);
    }
  }
  return tables;
}
