import { POOL_FACT } from '../../engine/compile-condition.ts';
import { UNSURE } from '../../model/answers.ts';
import type { Condition } from '../../model/condition.ts';
import type { Flow } from '../../model/flow.ts';
import { type Division, type FactValue, NATION, type PlaceBook, type PlaceEntry } from '../../model/place.ts';
import {
  isMunicipality,
  namedCities,
  type ProvinceTraits,
  type Scenario,
  type Spot,
} from './place-scenarios.ts';
import type { FactSlot, PlaceUse } from './place-use.ts';
import { CodeRewriter } from './rewrite-codes.ts';
import type { Work } from './work.ts';

/** A value of every fact that is read: one for each slot. */
type Profile = readonly FactSlot['values'][number][];

/** Places that are compared with one another, and all that may be made of them. */
export interface PlacedGroup {
  readonly use: PlaceUse;
  readonly places: readonly PlacedScenario[];
}

/** A scenario whose places have these facts, and the answers that mean it. */
export interface PlacedScenario {
  readonly use: PlaceUse;
  readonly scenario: Scenario;
  readonly profile: Profile;
  readonly answers: Readonly<Record<string, string>>;
}

/** A flow in a country that has just the places its tests can tell apart. */
export interface SmallWorld {
  readonly flow: Flow;
  readonly places: readonly PlacedGroup[];
  /** The same rewriting of codes, for parts that are not in the flow: overlays. */
  readonly rewrite: <T>(part: T) => T;
  /** The other way: a test as it was written. */
  readonly restore: (test: Condition) => Condition;
}

/** Scenarios of places that are compared with one another, each with the facts that they are to have. */
export interface WantedGroup {
  readonly use: PlaceUse;
  readonly scenarios: readonly (readonly [Scenario, Profile])[];
}

/** Makes the country: every scenario with every profile has provinces and cities of its own. */
export function buildSmallWorld(flow: Flow, wanted: readonly WantedGroup[], work: Work): SmallWorld {
  const builder = new WorldBuilder(flow, wanted, work);
  const places = wanted.map(({ use, scenarios }) => ({
    use,
    places: scenarios.map(([scenario, profile]) => builder.add(use, scenario, profile)),
  }));
  const rewriter = new CodeRewriter(builder.codesFor);
  const rewrite = <T>(part: T): T => rewriter.rewrite(part);
  const restore = (test: Condition): Condition => rewriter.restore(test);
  const { places: book } = flow.common;
  const entries: Record<string, PlaceEntry> = Object.fromEntries(builder.entries);
  const nation = book.entries[NATION];
  if (nation) entries[NATION] = rewrite(nation);
  const groups: PlaceBook['groups'] = Object.fromEntries(
    Object.entries(book.groups).map(([id, { name }]) => [
      id,
      { name, members: builder.members.get(id) ?? [] },
    ]),
  );
  const common = { ...flow.common, divisions: builder.divisions, places: { ...book, entries, groups } };
  return { flow: { ...rewrite({ ...flow, common: undefined }), common }, places, rewrite, restore };
}

/** A province of the country, and its cities by number. */
interface Province {
  readonly code: string;
  readonly cities: string[];
}

class WorldBuilder {
  readonly divisions: Division[] = [];
  readonly entries = new Map<string, PlaceEntry>();
  readonly members = new Map<string, string[]>();
  /** A code that tests name -> the codes that play it. */
  readonly codesFor = new Map<string, string[]>();
  readonly #flow: Flow;
  readonly #work: Work;

  constructor(flow: Flow, groups: readonly WantedGroup[], work: Work) {
    this.#flow = flow;
    this.#work = work;
    for (const { use } of groups) for (const code of use.codes) this.codesFor.set(code, []);
  }

  add(use: PlaceUse, scenario: Scenario, profile: Profile): PlacedScenario {
    this.#work.spend(5 + use.slots.length * use.slots.length);
    const provinces = scenario.provinces.map((traits) => this.#addProvince(use, traits));
    const answers: Record<string, string> = {};
    for (const [index, spot] of scenario.spots.entries()) {
      const question = use.questions[index]?.id ?? '';
      const province = provinces[spot?.province ?? -1];
      const code = spot && province ? this.#codeAt(province, spot) : undefined;
      answers[question] = code ?? UNSURE;
      if (code !== undefined) this.#setFacts(use, code, question, profile);
    }
    return { use, scenario, profile, answers };
  }

  /** A province with the cities of it that tests name, which it means as well as its others. */
  #addProvince(use: PlaceUse, { pool, groups, named }: ProvinceTraits): Province {
    const level = isMunicipality(this.#flow, named) ? 'municipality' : 'province';
    const code = this.#addDivision(level, undefined);
    if (pool !== undefined) this.#setFact(code, POOL_FACT, pool);
    if (named !== undefined) this.codesFor.get(named)?.push(code);
    const cities = namedCities(this.#flow, use, named).map((name) => {
      const city = this.#addDivision('city', code);
      this.codesFor.get(name)?.push(city);
      return city;
    });
    for (const [group, membership] of Object.entries(groups)) {
      if (membership === 'whole') this.#join(group, code);
    }
    const parts = Object.keys(groups).filter((group) => groups[group] === 'part');
    if (parts.length > 0) {
      const member = this.#addDivision('city', code);
      for (const group of parts) this.#join(group, member);
      cities.push(member);
    }
    return { code, cities };
  }

  #codeAt({ code, cities }: Province, { city }: Spot): string {
    if (city === undefined) return code;
    cities[city] ??= this.#addDivision('city', code);
    return cities[city];
  }

  #addDivision(level: Division['level'], parent: string | undefined): string {
    const code = `${level} ${this.divisions.length}`;
    const names = { name: code, short: code, pinyin: [], aliases: [] };
    this.divisions.push({ code, ...names, level, parent: parent ?? code });
    return code;
  }

  #setFacts(use: PlaceUse, code: string, question: string, profile: Profile): void {
    for (const [index, slot] of use.slots.entries()) {
      const value = profile[index];
      if (slot.question === question && value !== undefined) this.#setFact(code, slot.fact, value);
    }
  }

  #setFact(code: string, fact: string, value: FactValue['value']): void {
    const before = this.entries.get(code) ?? { code, channels: {}, facts: {}, overlays: {} };
    this.entries.set(code, { ...before, facts: { ...before.facts, [fact]: [{ value, sources: [] }] } });
  }

  #join(group: string, code: string): void {
    this.members.set(group, [...(this.members.get(group) ?? []), code]);
  }
}
