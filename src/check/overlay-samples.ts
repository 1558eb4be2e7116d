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

/** Somebody who answered as another did, but lives where an overlay holds. */
export interface MovedSample extends OverlaySample {
  /** How much else moved: what moves least comes closest to what the other saw. */
  readonly moves: number;
}

/** Everybody who could live where an overlay holds. */
export function movedSamples(
  flow: Flow,
  code: string,
  role: string,
  known: readonly OverlaySample[],
): MovedSample[] {
  const cities = citiesOf(flow, code);
  return known.flatMap((sample) =>
    movedTo(flow, sample.answers, role, cities).map((answers, moves) => ({ ...sample, answers, moves })),
  );
}

/** Takes out of the pool whoever is most likely to see what is wanted. */
export function takeLikeliest(pool: MovedSample[], wanted: readonly string[]): MovedSample | undefined {
  const shown = new Map<MovedSample['shows'], number>();
  let best = { index: 0, rank: -Infinity };
  for (const [index, { shows, moves }] of pool.entries()) {
    // Somebody moved in several ways shows the same.
    const count = shown.get(shows) ?? wanted.filter((part) => shows.has(part)).length;
    shown.set(shows, count);
    const rank = count * 10 - moves;
    if (rank > best.rank) best = { index, rank };
  }
  return pool.splice(best.index, 1)[0];
}

/** The list of these answers. Nothing where the path goes another way there, and asks on. */
export function listOf(flow: Flow, { answers, date }: OverlaySample): Checklist | undefined {
  try {
    return buildChecklist(flow, answers, { date });
  } catch (error) {
    if (error instanceof UnfinishedPathError) return undefined;
    throw error;
  }
}

/** Only that place moves; what is near it moves with it; or the others move to the next city. */
function movedTo(
  flow: Flow,
  answers: Answers,
  role: string,
  [city, nextCity]: readonly [string, string],
): Answers[] {
  const before = answers[role];
  if (before === undefined) return [];
  const { provinceOf } = atlasOf(flow.common.divisions);
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
