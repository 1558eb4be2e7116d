import { SECTION_NAMES, SECTIONS, type Section } from './item-fields.ts';
import { describeKeys, listOf, mapOf, ref, type Schema, strictMap } from './json-schema-parts.ts';
import { GRADES } from './parse-citation.ts';
import { ACTORS, UNITS } from './parse-duration.ts';
import { keyWords } from './wording-schema.ts';

const date: Schema = { type: 'string', format: 'date' };
const name: Schema = { type: 'string' };

/** The sections of items, and the definitions they and the changes rest on. */
export function itemSections(): { sections: Record<string, Schema>; definitions: Record<string, Schema> } {
  const sections = Object.fromEntries(SECTION_NAMES.map((section) => [section, mapOf(ref(section))]));
  const items = SECTION_NAMES.map((section) => [section, itemSchema(section)] as const);
  return {
    sections,
    definitions: {
      ...Object.fromEntries(items),
      change: changeSchema(),
      citations: listOf(citationSchema()),
      duration: durationSchema(),
      deadline: deadlineSchema(),
    },
  };
}

function itemSchema(section: Section): Schema {
  return strictMap(itemKeys(section));
}

function itemKeys(section: Section): Record<string, Schema> {
  const { titleKey, sayKey } = SECTIONS[section];
  const keys = {
    [titleKey]: ref('text'),
    ...(sayKey && { [sayKey]: ref('text') }),
    when: ref('condition'),
    sources: ref('citations'),
    verify: { type: 'boolean' },
    'in-case': { type: 'string' },
    optional: { type: 'boolean' },
    from: date,
    until: date,
    was: listOf(name),
    place: name,
    use: name,
    ...keysOfKind(section),
  };
  return describeKeys(keys, keyWords.item);
}

function keysOfKind(section: Section): Record<string, Schema> {
  if (section === 'materials') {
    return { form: name, copies: { type: 'integer', minimum: 0 }, 'one-of': listOf(ref('text')) };
  }
  if (section !== 'steps') return {};
  const subStep = {
    anyOf: [ref('text'), strictMap({ text: ref('text'), when: ref('condition') }, ['text'])],
  };
  return {
    do: listOf(subStep),
    who: { enum: ACTORS },
    takes: ref('duration'),
    by: ref('deadline'),
    see: name,
  };
}

function citationSchema(): Schema {
  const parts = { id: name, at: name, grade: { enum: GRADES }, seen: date };
  return { anyOf: [name, strictMap(parts, ['id'])] };
}

function durationSchema(): Schema {
  const count = { type: 'integer', minimum: 1 };
  const range = { anyOf: [count, { ...listOf(count), minItems: 2, maxItems: 2 }] };
  const units = Object.fromEntries(UNITS.map((unit) => [unit, range]));
  const span = strictMap({ ...units, 'counted-from': name, keeper: { enum: ACTORS } });
  return { anyOf: [{ const: 'at-once' }, span, listOf(span)] };
}

function deadlineSchema(): Schema {
  const units = Object.fromEntries(UNITS.map((unit) => [unit, { type: 'integer', minimum: 1 }]));
  const keys = {
    within: strictMap(units),
    'counted-from': name,
    'counts-first': { type: 'boolean' },
    keeper: { enum: ACTORS },
  };
  return strictMap(keys, ['within', 'counted-from']);
}

function changeSchema(): Schema {
  const block = (make: (section: Section) => Schema) =>
    strictMap(Object.fromEntries(SECTION_NAMES.map((section) => [section, mapOf(make(section))])));
  const removal = strictMap({ why: name, sources: ref('citations'), from: date, until: date }, ['why']);
  const outcome = {
    title: ref('text'),
    say: ref('text'),
    verify: { type: 'boolean' },
    sources: ref('citations'),
  };
  const keys = {
    from: date,
    until: date,
    add: block((section) => strictMap({ ...itemKeys(section), after: name, before: name })),
    change: block((section) => ref(section)),
    remove: block(() => removal),
    outcomes: mapOf(strictMap({ ...outcome, from: date, until: date })),
  };
  return strictMap(keys, ['from']);
}
