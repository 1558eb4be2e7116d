import type { CalendarDate } from '../model/calendar-date.ts';
import type { CommonData } from '../model/flow.ts';
import { type FactValue, NATION } from '../model/place.ts';
import { atlasOf, placeChain } from './atlas.ts';
import { isInForce } from './in-force.ts';

/** A fact's verified value, and the code of the place that gives it. */
export interface FoundFact extends FactValue {
  readonly code: string;
}

/**
 * The value of a fact in a place on a day: the city's, else the province's, else the nation's default.
 * Without a place, the nation's. `undefined`: nobody has verified it.
 */
export function factValue(
  common: CommonData,
  fact: string,
  place: string | undefined,
  date: CalendarDate,
): FoundFact | undefined {
  const chain = placeChain(atlasOf(common.divisions), place);
  for (let level = chain.length - 1; level >= 0; level--) {
    const code = chain[level] ?? NATION;
    const value = latest(valuesAt(common, fact, code), date);
    if (value) return { ...value, code };
  }
  return undefined;
}

function valuesAt({ places }: CommonData, fact: string, code: string): readonly FactValue[] {
  const own = places.entries[code]?.facts[fact] ?? [];
  const byDefault = code === NATION ? places.facts[fact]?.default : undefined;
  return byDefault ? [byDefault, ...own] : own;
}

/** Of the values in force, the one that came into force last. */
function latest(values: readonly FactValue[], date: CalendarDate): FactValue | undefined {
  return values
    .filter((value) => isInForce(value, date))
    .reduce<FactValue | undefined>(
      (best, value) => (best && (best.from ?? '') > (value.from ?? '') ? best : value),
      undefined,
    );
}
