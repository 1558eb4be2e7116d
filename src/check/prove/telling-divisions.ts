import { atlasOf } from '../../engine/atlas.ts';
import { POOL_FACT } from '../../engine/compile-condition.ts';
import { factValue } from '../../engine/fact-value.ts';
import type { CalendarDate } from '../../model/calendar-date.ts';
import type { Flow } from '../../model/flow.ts';
import type { Division } from '../../model/place.ts';
import type { PlaceUse } from './place-use.ts';

/** Of places that nothing tells apart, so many of one province are kept, and so many provinces. */
const MOST_ALIKE = 2;

/** A few real places of every kind that a flow can tell apart. */
export function tellingDivisions(flow: Flow, use: PlaceUse, date: CalendarDate): readonly Division[] {
  const { divisions } = flow.common;
  const { provinceOf } = atlasOf(divisions);
  const provinces = new Map<string, Map<string, Division[]>>();
  for (const division of divisions) {
    const code = provinceOf(division.code);
    const ofProvince = provinces.get(code) ?? new Map<string, Division[]>();
    provinces.set(code, ofProvince);
    const portrait = portraitOf(flow, use, date, division);
    const alike = ofProvince.get(portrait) ?? [];
    if (alike.length < MOST_ALIKE) ofProvince.set(portrait, [...alike, division]);
  }
  const kinds = new Map<string, Division[][]>();
  for (const ofProvince of provinces.values()) {
    const kind = [...ofProvince].map(([portrait, alike]) => `${alike.length} ${portrait}`).sort();
    const known = kinds.get(kind.join('\n')) ?? [];
    if (known.length < MOST_ALIKE) kinds.set(kind.join('\n'), [...known, [...ofProvince.values()].flat()]);
  }
  return [...kinds.values()].flat(2);
}

/** All that tests may find out about one place. */
function portraitOf(flow: Flow, use: PlaceUse, date: CalendarDate, { code, level }: Division): string {
  const { common } = flow;
  const { provinceOf } = atlasOf(common.divisions);
  const facts = [...use.slots.map(({ fact }) => fact), ...(use.readsPool ? [POOL_FACT] : [])];
  const values = facts.map((fact) => factValue(common, fact, code, date)?.value);
  const groups = use.groups.map((group) => {
    const members = common.places.groups[group]?.members ?? [];
    return members.includes(code) || members.includes(provinceOf(code));
  });
  return JSON.stringify([level, values, groups, use.codes.includes(code)]);
}
