import { atlasOf } from '../engine/atlas.ts';
import { buildChecklist, UnfinishedPathError } from '../engine/build-checklist.ts';
import type { Answers } from '../model/answers.ts';
import type { CalendarDate } from '../model/calendar-date.ts';
import type { Checklist } from '../model/checklist.ts';
import type { Flow } from '../model/flow.ts';

/** Answers that reach an exit on a day, and what their list shows. */
export interface OverlaySample {
  readonly answers: Answers;
  readonly date: CalendarDate;
  /** `<kind>/<id>` of its lines and `outcome/<id>`. */
  readonly shows: ReadonlySet<string>;
}

/** The same samples, those first that show most of what is wanted: the first few will mostly do. */
export function likeliestFirst(
  known: readonly OverlaySample[],
  wanted: readonly string[],
): readonly OverlaySample[] {
  const ranked = known.map((sample) => ({
    sample,
    shown: wanted.filter((part) => sample.shows.has(part)).length,
  }));
  return ranked.toSorted((a, b) => b.shown - a.shown).map(({ sample }) => sample);
}

/** The lists of people who answered as somebody did, but live where an overlay holds. */
export function* sampleOverlay(
  flow: Flow,
  code: string,
  role: string,
  known: readonly OverlaySample[],
): Generator<{ readonly answers: Answers; readonly checklist: Checklist }> {
  for (const { answers, date } of known) {
    for (const moved of movedTo(flow, answers, role, code)) {
      const checklist = listOf(flow, moved, date);
      if (checklist) yield { answers: moved, checklist };
    }
  }
}

/** Nothing where the path goes another way there, and asks on. */
function listOf(flow: Flow, answers: Answers, date: CalendarDate): Checklist | undefined {
  try {
    return buildChecklist(flow, answers, { date });
  } catch (error) {
    if (error instanceof UnfinishedPathError) return undefined;
    throw error;
  }
}

/** Only that place moves; what is near it moves with it; or the others move to the next city. */
function movedTo(flow: Flow, answers: Answers, role: string, code: string): Answers[] {
  const before = answers[role];
  if (before === undefined) return [];
  const { provinceOf } = atlasOf(flow.common.divisions);
  const [city, nextCity] = citiesOf(flow, code);
  const places = Object.values(flow.questions).filter(({ id, type }) => type === 'place' && id in answers);
  const others = places.filter(({ id }) => id !== role);
  const near = others.filter(({ id }) => provinceOf(String(answers[id])) === provinceOf(String(before)));
  const moved = (questions: typeof others, to: string) => ({
    ...answers,
    ...Object.fromEntries(questions.map(({ id }) => [id, to])),
    [role]: city,
  });
  const alone = moved([], city);
  if (others.length === 0) return [alone];
  return [alone, ...(near.length > 0 ? [moved(near, city)] : []), moved(others, nextCity)];
}

/** Two cities that the overlay is for; of a city, that one and another of its province. */
function citiesOf({ id, common: { divisions, places } }: Flow, code: string): readonly [string, string] {
  const province = divisions.find((division) => division.code === code)?.parent ?? code;
  const codes = divisions.filter(({ parent }) => parent === province).map((city) => city.code);
  const quiet = codes.filter((city) => !places.entries[city]?.overlays[id]);
  const city = province === code ? (quiet[0] ?? codes[0] ?? code) : code;
  return [city, codes.find((other) => other !== city) ?? city];
}
