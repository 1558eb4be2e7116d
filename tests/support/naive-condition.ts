import type { AnswerValue } from '../../src/model/answers.ts';
import type { Condition, ValueTest } from '../../src/model/condition.ts';
import type { Derived, Flow } from '../../src/model/flow.ts';
import type { Truth } from '../../src/model/truth.ts';

/**
 * Conditions once more, written from the text of the design and nothing else: no compiling, no caching.
 * A question that is not in `states` was not asked.
 */
export interface NaiveWorld {
  readonly flow: Flow;
  readonly date: string;
  readonly states: Readonly<Record<string, { readonly value: AnswerValue } | 'unsure' | 'passed-over'>>;
  readonly exit?: string;
}

/** A value that is not one value: never asked, or any at all. */
type Values = 'void' | 'any' | readonly (string | number)[];

export function naiveTruth(world: NaiveWorld, condition: Condition): Truth {
  switch (condition.kind) {
    case 'all':
      return firstOf(['no', 'void', 'unknown', 'yes'], truths(world, condition.of)) ?? 'yes';
    case 'any':
      return firstOf(['yes', 'unknown', 'no', 'void'], truths(world, condition.of)) ?? 'no';
    case 'not':
      return { yes: 'no', no: 'yes', unknown: 'unknown', void: 'void' }[
        naiveTruth(world, condition.of)
      ] as Truth;
    case 'has':
      return hasAny(world, condition.question, condition.options);
    case 'answer':
      return answered(world, condition);
    case 'derived':
      return testValues(
        world,
        derivedValues(world, world.flow.derive[condition.name]),
        condition.test,
        false,
      );
    case 'same':
      return samePlace(world, condition);
    case 'fact': {
      const values = factValues(world, condition.fact, condition.of);
      return testValues(world, values === 'unverified' ? 'any' : values, condition.test, false);
    }
    case 'unverified': {
      const values = factValues(world, condition.fact, condition.of);
      if (values === 'void') return 'void';
      return values === 'unverified' ? 'yes' : 'no';
    }
    case 'outcome':
      if (world.exit === undefined) return 'void';
      return condition.in.includes(world.exit) ? 'yes' : 'no';
  }
}

function truths(world: NaiveWorld, conditions: readonly Condition[]): Truth[] {
  return conditions.map((part) => naiveTruth(world, part));
}

function hasAny(world: NaiveWorld, question: string, wanted: readonly string[]): Truth {
  const state = world.states[question];
  if (state === undefined) return 'void';
  if (state === 'unsure' && wanted.includes('unsure')) return 'yes';
  if (typeof state === 'string') return 'unknown';
  return (state.value as readonly string[]).some((one) => wanted.includes(one)) ? 'yes' : 'no';
}

function answered(world: NaiveWorld, { question, test }: Extract<Condition, { kind: 'answer' }>): Truth {
  if (world.states[question] === 'unsure' && 'in' in test && test.in.includes('unsure')) return 'yes';
  const isPlace = world.flow.questions[question]?.type === 'place';
  return testValues(world, valuesOf(world, question), test, isPlace);
}

function firstOf(order: readonly Truth[], truths: readonly Truth[]): Truth | undefined {
  return order.find((truth) => truths.includes(truth));
}

function agree(truths: readonly boolean[]): Truth {
  if (truths.every((truth) => truth)) return 'yes';
  return truths.some((truth) => truth) ? 'unknown' : 'no';
}

function valuesOf(world: NaiveWorld, name: string): Values {
  const state = world.states[name];
  if (world.flow.questions[name] === undefined) return derivedValues(world, world.flow.derive[name]);
  if (state === undefined) return 'void';
  if (typeof state === 'string') return 'any';
  return Array.isArray(state.value) ? state.value : [state.value as string | number];
}

function testValues(world: NaiveWorld, values: Values, test: ValueTest, isPlace: boolean): Truth {
  if ('op' in test) {
    const than =
      'literal' in test.than
        ? [test.than.literal]
        : valuesOf(world, 'question' in test.than ? test.than.question : test.than.derived);
    if (values === 'void' || than === 'void') return 'void';
    if (values === 'any' || than === 'any') return 'unknown';
    return agree(values.flatMap((left) => than.map((right) => compare(left, test.op, right))));
  }
  if (values === 'void') return 'void';
  if (values === 'any') return 'unknown';
  if (isPlace) return placeIn(world, String(values[0]), test.in.map(String));
  return agree(values.map((value) => test.in.includes(value)));
}

/** A province that is named stands for its cities. */
function placeIn(world: NaiveWorld, code: string, named: readonly string[]): Truth {
  if (named.includes(code) || named.includes(provinceOf(world, code))) return 'yes';
  return levelOf(world, code) === 'province' && named.some((one) => provinceOf(world, one) === code)
    ? 'unknown'
    : 'no';
}

function compare(left: string | number, op: string, right: string | number): boolean {
  if (typeof left !== typeof right) return false;
  const [a, b] =
    typeof left === 'string' && typeof right === 'string' && left.length !== right.length
      ? [left.slice(0, 7), right.slice(0, 7)]
      : [left, right];
  if (op === 'lt' || op === 'before') return a < b;
  if (op === 'gt' || op === 'after') return a > b;
  return op === 'le' ? a <= b : a >= b;
}

function derivedValues(world: NaiveWorld, derived: Derived | undefined): Values {
  if (derived?.kind === 'condition') {
    const values = { yes: ['yes'], no: ['no'], unknown: ['yes', 'no'], void: 'void' } as const;
    return values[naiveTruth(world, derived.when)];
  }
  if (derived?.kind === 'first-match') return firstMatch(world, derived.rows);
  if (derived?.kind !== 'months-between') return 'void';
  const [from, to] = derived.questions.map((question) => valuesOf(world, question));
  if (from === 'void' || to === 'void') return 'void';
  if (from === 'any' || to === 'any' || !from || !to) return 'any';
  return [Math.max(0, months(String(to[0])) - months(String(from[0])) - 1)];
}

function firstMatch(world: NaiveWorld, rows: Extract<Derived, { kind: 'first-match' }>['rows']): Values {
  const written = rows.flatMap(({ when }) => when ?? []);
  if (written.length > 0 && truths(world, written).every((truth) => truth === 'void')) return 'void';
  const values = new Set<string | number>();
  for (const { when, is } of rows) {
    const truth = when ? naiveTruth(world, when) : 'yes';
    if (truth === 'yes' || truth === 'unknown') values.add(is);
    if (truth === 'yes') break;
  }
  return [...values];
}

function months(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
}

function levelOf({ flow }: NaiveWorld, code: string): string | undefined {
  return flow.common.divisions.find((division) => division.code === code)?.level;
}

function provinceOf({ flow }: NaiveWorld, code: string): string {
  return flow.common.divisions.find((division) => division.code === code)?.parent ?? code;
}

function factValues(
  world: NaiveWorld,
  fact: string,
  of: string | undefined,
): 'void' | 'unverified' | readonly (string | number)[] {
  const question = of ?? world.flow.jurisdiction ?? '';
  const state = world.states[question];
  if (of !== undefined && state === undefined) return 'void';
  const place = state !== undefined && typeof state !== 'string' ? String(state.value) : undefined;
  return factAt(world, fact, place);
}

function factAt(
  world: NaiveWorld,
  fact: string,
  place: string | undefined,
): 'unverified' | readonly (string | number)[] {
  const { entries, facts } = world.flow.common.places;
  const levels = place === undefined ? [] : [place, provinceOf(world, place)];
  for (const code of levels) {
    const value = entries[code]?.facts[fact]?.find(
      ({ from = '0', until = '9' }) => from <= world.date && world.date <= until,
    );
    if (value) return [value.value];
  }
  const byDefault = facts[fact]?.default;
  return byDefault ? [byDefault.value] : 'unverified';
}

function samePlace(world: NaiveWorld, { questions, at }: Extract<Condition, { kind: 'same' }>): Truth {
  const [a, b] = questions.map((question) => world.states[question]);
  if (a === undefined || b === undefined) return 'void';
  if (typeof a === 'string' || typeof b === 'string') return 'unknown';
  const places = [String(a.value), String(b.value)];
  if (typeof at !== 'object') return sameAt(world, places, at);
  const members = world.flow.common.places.groups[at.group]?.members ?? [];
  const isIn = (code: string) => members.includes(code) || members.includes(provinceOf(world, code));
  return places.every(isIn) ? 'yes' : 'no';
}

function sameAt(world: NaiveWorld, places: readonly string[], at: 'city' | 'province' | 'pool'): Truth {
  const [province = '', other] = places.map((code) => provinceOf(world, code));
  if (province !== other) return 'no';
  if (at === 'province') return 'yes';
  const onlyProvince = places.some((code) => levelOf(world, code) === 'province');
  const sameCode = places[0] === places[1] ? 'yes' : 'no';
  const city = onlyProvince ? 'unknown' : sameCode;
  if (at === 'city' || city === 'yes') return city;
  const pool = factAt(world, 'pool-is-province', province);
  if (pool === 'unverified') return 'unknown';
  return pool[0] === 'yes' ? 'yes' : city;
}
