import { atlasOf, placeChain } from '../engine/atlas.ts';
import type { Answers } from '../model/answers.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';
import { NATION } from '../model/place.ts';
import type { FlowPositions, Problem } from '../model/problem.ts';
import type { Citation } from '../model/source.ts';
import { allItems, checklistText } from './checklist-text.ts';
import { locate } from './locate.ts';
import {
  listOf,
  type MovedSample,
  movedSamples,
  type OverlaySample,
  takeLikeliest,
} from './overlay-samples.ts';
import { overlayWords } from './wording-overlay.ts';

/** One thing that an overlay does to a flow. */
interface OverlayEntry {
  readonly subject: string;
  /** The line or outcome of the flow that it is about or stands beside. */
  readonly about: string;
  /** Whether a checklist shows it, with its source. */
  readonly isShown: (checklist: Checklist) => boolean;
}

/**
 * A smoke case for each entry of each overlay: on the list of somebody there it shows, with its source,
 * and the list names no other place's way in. `known` are answers that reach an exit.
 */
export function overlayProblems(
  flow: Flow,
  positions: FlowPositions,
  known: readonly OverlaySample[],
): Problem[] {
  return Object.entries(flow.common.places.entries).flatMap(([code, { overlays }]) =>
    (overlays[flow.id] ?? []).flatMap((overlay, index) => {
      const role = overlay.role ?? flow.jurisdiction;
      if (role === undefined || code === NATION) return [];
      const entries = entriesOf(flow, code, index);
      return smokeProblems(flow, code, entries, movedSamples(flow, code, role, known)).map(
        ({ subject, ...problem }) => ({ ...problem, ...locate(subject, positions) }),
      );
    }),
  );
}

function entriesOf(flow: Flow, code: string, index: number): OverlayEntry[] {
  const overlay = flow.common.places.entries[code]?.overlays[flow.id]?.[index];
  if (!overlay) return [];
  const subject = `overlay/${code}/${index}`;
  const lineEntry = (part: string, kind: string, id: string, sources: readonly Citation[]) => ({
    subject: `${subject}/${part}/${kind}/${id}`,
    about: `${kind}/${id}`,
    isShown: (checklist: Checklist) =>
      allItems(checklist).some(
        (item) => item.kind === kind && item.id === id && cites(item.sources, sources),
      ),
  });
  return [
    ...overlay.add.map(({ item, after, before }) => ({
      ...lineEntry('add', item.kind, item.id, item.sources),
      about: `${item.kind}/${after ?? before ?? item.id}`,
    })),
    ...overlay.change.map(({ kind, id, set }) => lineEntry('change', kind, id, set.sources ?? [])),
    ...overlay.outcomes.map(({ id, set }) => ({
      subject: `${subject}/outcomes/${id}`,
      about: `outcome/${id}`,
      isShown: ({ outcome }: Checklist) => outcome.id === id && cites(outcome.sources, set.sources ?? []),
    })),
    ...overlay.remove.map(({ kind, id }) => ({
      subject: `${subject}/remove/${kind}/${id}`,
      about: `${kind}/${id}`,
      isShown: (checklist: Checklist) =>
        !allItems(checklist).some((item) => item.kind === kind && item.id === id),
    })),
  ];
}

function cites(listed: readonly { readonly id: string }[], wanted: readonly Citation[]): boolean {
  return wanted.every(({ source }) => listed.some(({ id }) => id === source));
}

interface SmokeProblem extends Problem {
  readonly subject: string;
}

function smokeProblems(
  flow: Flow,
  code: string,
  entries: readonly OverlayEntry[],
  pool: MovedSample[],
): SmokeProblem[] {
  const left = new Set(entries);
  const problems: SmokeProblem[] = [];
  while (left.size > 0 && pool.length > 0) {
    const wanted = [...left].map(({ about }) => about);
    const sample = takeLikeliest(pool, wanted);
    const checklist = sample && listOf(flow, sample);
    if (!checklist) continue;
    const shown = [...left].filter(({ isShown }) => isShown(checklist));
    for (const entry of shown) left.delete(entry);
    const [first] = shown;
    const foreign = first && foreignChannel(flow, sample.answers, checklistText(checklist, 'all'));
    if (foreign)
      problems.push({ ...overlayWords.foreignChannel(foreign), severity: 'warning', subject: first.subject });
  }
  const place = flow.common.divisions.find((division) => division.code === code)?.name ?? code;
  const unseen = [...left].map(({ subject }) => ({
    ...overlayWords.notShown(place),
    severity: 'warning' as const,
    subject,
  }));
  return [...problems, ...unseen];
}

/** The name of a way in that only other places have, where a list names one. */
function foreignChannel(flow: Flow, answers: Answers, text: string): string | undefined {
  const { places, divisions } = flow.common;
  const atlas = atlasOf(divisions);
  const asked = Object.values(flow.questions).filter(({ type, id }) => type === 'place' && id in answers);
  const near = new Set([NATION, ...asked.flatMap(({ id }) => placeChain(atlas, String(answers[id])))]);
  const names = (isNear: boolean) =>
    Object.values(places.entries)
      .filter(({ code }) => near.has(code) === isNear)
      .flatMap(({ channels }) => Object.values(channels).flatMap((list) => list.map(({ name }) => name)));
  const own = names(true);
  return names(false).find((name) => text.includes(name) && !own.some((mine) => mine.includes(name)));
}
