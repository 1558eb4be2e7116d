import { keepsUnsure } from '../../engine/accept-answer.ts';
import { atlasOf } from '../../engine/atlas.ts';
import type { Flow } from '../../model/flow.ts';
import type { PlaceUse } from './place-use.ts';
import { everyNth, product } from './products.ts';
import type { Work } from './work.ts';

/** Where an answered place lies: in the scenario's province of this index; without a city, the province alone. */
export interface Spot {
  readonly province: number;
  readonly city: number | undefined;
}

type Membership = 'whole' | 'part' | 'none';

/** What can be told of a province. Its cities are numbered; the first ones are those that tests name. */
export interface ProvinceTraits {
  readonly pool: 'yes' | 'no' | undefined;
  /** By group: the whole province belongs to it, the first of its cities that no test names, or nothing. */
  readonly groups: Readonly<Record<string, Membership>>;
  /** The code, where tests name this province or one of its cities. */
  readonly named: string | undefined;
}

/** How the places of all place questions lie to one another. */
export interface Scenario {
  /** One for each place question; `undefined`: answered 不清楚. */
  readonly spots: readonly (Spot | undefined)[];
  readonly provinces: readonly ProvinceTraits[];
}

/** The cities of a province that tests name. */
export function namedCities(
  flow: Flow,
  { codes }: PlaceUse,
  province: string | undefined,
): readonly string[] {
  if (province === undefined) return [];
  const { provinceOf } = atlasOf(flow.common.divisions);
  return codes.filter((code) => code !== province && provinceOf(code) === province);
}

/** What it takes to make one way in which places may lie. */
const SHAPE = 20;

/** More scenarios than this are thinned out. */
export const MOST_SCENARIOS = 20_000;

/** Every way that some places may lie to one another, as far as tests can tell. */
export function placeScenarios(
  flow: Flow,
  use: PlaceUse,
  work: Work,
): { readonly scenarios: readonly Scenario[]; readonly combinations: number } {
  const { provinceOf } = atlasOf(flow.common.divisions);
  const named = [...new Set(use.codes.map(provinceOf))];
  const fixed =
    (use.groups.length > 0 ? 1 : 0) +
    Math.max(0, ...named.map((province) => namedCities(flow, use, province).length));
  const choices = shapes(use, fixed, work).map((spots) => ({
    spots,
    traits: choicesFor(flow, use, named, spots, work),
  }));
  const counts = choices.map(({ traits }) => traits.reduce((count, list) => count * list.length, 1));
  const combinations = counts.reduce((sum, count) => sum + count, 0);
  const step = Math.ceil(combinations / MOST_SCENARIOS);
  const scenarios = choices.flatMap(({ spots, traits }, index) =>
    everyNth(traits, counts[index] ?? 0, step)
      .map((provinces): Scenario => ({ spots, provinces }))
      .filter((scenario) => isPossible(flow, scenario)),
  );
  return { scenarios, combinations };
}

function choicesFor(
  flow: Flow,
  use: PlaceUse,
  named: readonly string[],
  spots: Scenario['spots'],
  work: Work,
): readonly (readonly ProvinceTraits[])[] {
  const count = Math.max(0, ...spots.map((spot) => (spot?.province ?? -1) + 1));
  return Array.from({ length: count }, (_, province) => {
    const isShared = spots.filter((spot) => spot?.province === province).length > 1;
    return traitsOf(flow, use, named, isShared, work);
  });
}

/** No two provinces of a scenario bear the same name, and a municipality has no cities. */
function isPossible(flow: Flow, { spots, provinces }: Scenario): boolean {
  const names = provinces.flatMap(({ named }) => named ?? []);
  const hasCity = (one: number): boolean =>
    spots.some((spot) => spot?.province === one && spot.city !== undefined);
  return (
    new Set(names).size === names.length &&
    !provinces.some(({ named }, index) => isMunicipality(flow, named) && hasCity(index))
  );
}

/** Whether a code is a province and a city at once. */
export function isMunicipality(flow: Flow, code: string | undefined): boolean {
  return code !== undefined && atlasOf(flow.common.divisions).get(code)?.level === 'municipality';
}

/** How places may lie: provinces, and the cities of each, numbered in the order of the questions. */
function shapes(use: PlaceUse, fixed: number, work: Work): readonly Scenario['spots'][] {
  let all: Scenario['spots'][] = [[]];
  for (const question of use.questions) {
    all = all.flatMap((before) => {
      const next = Math.max(-1, ...before.map((spot) => spot?.province ?? -1)) + 1;
      const provinces = Array.from({ length: next + 1 }, (_, province) => province);
      const spots = provinces.flatMap((province) => spotsIn(before, province, fixed));
      const unsure = keepsUnsure(question) ? [undefined] : [];
      work.spend((spots.length + 1) * SHAPE);
      return [...spots, ...unsure].map((spot) => [...before, spot]);
    });
  }
  return all;
}

/** The cities that may be named or belong to a group, those already lived in, one more, and the province alone. */
function spotsIn(before: Scenario['spots'], province: number, fixed: number): readonly Spot[] {
  const used = before.map((spot) => (spot?.province === province ? (spot.city ?? -1) : -1));
  const cities = Math.max(fixed, Math.max(-1, ...used) + 1) + 1;
  const within = Array.from({ length: cities }, (_, city) => ({ province, city }));
  return [...within, { province, city: undefined }];
}

/** The pool of a province in which only one place lies is never asked for. */
function traitsOf(
  flow: Flow,
  use: PlaceUse,
  names: readonly string[],
  isShared: boolean,
  work: Work,
): readonly ProvinceTraits[] {
  const pools = use.readsPool && isShared ? (['yes', 'no', undefined] as const) : [undefined];
  return [undefined, ...names].flatMap((named) =>
    groupTraits(flow, use, named, work).flatMap((groups) => pools.map((pool) => ({ pool, groups, named }))),
  );
}

/** A named province belongs to the groups that it does belong to. */
function groupTraits(
  flow: Flow,
  { groups }: PlaceUse,
  named: string | undefined,
  work: Work,
): readonly ProvinceTraits['groups'][] {
  const choices = groups.map((group): readonly Membership[] => {
    if (named === undefined) return ['whole', 'part', 'none'];
    return flow.common.places.groups[group]?.members.includes(named) ? ['whole'] : ['none'];
  });
  work.spend(choices.reduce((count, list) => count * list.length, groups.length));
  return product(choices).map((chosen) =>
    Object.fromEntries(groups.map((group, index) => [group, chosen[index] ?? 'none'])),
  );
}
