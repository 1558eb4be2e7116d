import { toJSONSchema } from 'zod/mini';
import { itemSections } from './json-schema-items.ts';
import { conditionSchema, textSchema, treeSchema } from './json-schema-language.ts';
import { describeKeys, listOf, mapOf, ref, type Schema, strictMap } from './json-schema-parts.ts';
import { VERDICTS } from './parse-outcome.ts';
import { QUESTION_TYPES } from './parse-question.ts';
import { headerSchema, sourceSchema } from './plain-schemas.ts';
import { keyWords } from './wording-schema.ts';

/**
 * The JSON Schema of flow.yaml for editors: completion and a first check. What it cannot say (names,
 * placeholders, paths) the loader checks.
 */
export function flowJsonSchema(): Schema {
  const header = toJSONSchema(headerSchema) as Schema & { properties: Record<string, Schema> };
  const { sections, definitions } = itemSections();
  const properties = {
    ...header.properties,
    jurisdiction: { type: 'string' },
    tree: ref('tree'),
    questions: mapOf(ref('question')),
    derive: mapOf(ref('derived')),
    outcomes: mapOf(ref('outcome')),
    ...sections,
    changes: listOf(ref('change')),
    terms: mapOf({ type: 'string' }),
    sources: mapOf(ref('source')),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    ...strictMap(describeKeys(properties, keyWords.flow), ['id', 'title', 'for-whom', 'tree', 'outcomes']),
    $defs: {
      tree: treeSchema(),
      condition: conditionSchema(),
      text: textSchema(),
      question: questionSchema(),
      derived: derivedSchema(),
      outcome: outcomeSchema(),
      source: withoutDialect(toJSONSchema(sourceSchema)),
      ...definitions,
    },
  };
}

function withoutDialect({ $schema: _, ...schema }: Schema): Schema {
  return schema;
}

function questionSchema(): Schema {
  const option = { anyOf: [ref('text'), strictMap({ label: ref('text'), was: listOf({ type: 'string' }) })] };
  const as = { anyOf: [{ type: 'string' }, listOf({ type: 'string' })] };
  const unsure = strictMap({ as, keep: { const: true }, 'find-out': { type: 'string' } }, ['find-out']);
  const properties = {
    ask: ref('text'),
    type: { enum: QUESTION_TYPES },
    why: ref('text'),
    options: mapOf(option),
    unsure,
    'no-unsure': { type: 'string' },
    'at-least': { enum: [0, 1] },
    none: { type: 'string' },
    min: { type: 'number' },
    max: { type: 'number' },
    unit: { type: 'string' },
    was: listOf({ type: 'string' }),
    use: { type: 'string' },
  };
  return strictMap(describeKeys(properties, keyWords.question));
}

function derivedSchema(): Schema {
  const value = { type: ['string', 'number'] };
  const lookup = { lookup: { type: 'string', pattern: '^tables/' }, by: listOf({ type: 'string' }) };
  const plus = { anyOf: [{ type: 'number' }, strictMap(lookup, ['lookup', 'by'])] };
  const pair = { ...listOf({ type: 'string' }), minItems: 2, maxItems: 2 };
  return {
    anyOf: [
      listOf(strictMap({ when: ref('condition'), is: value }, ['is'])),
      strictMap({ 'months-between': pair }, ['months-between']),
      strictMap(lookup, ['lookup', 'by']),
      strictMap({ month: { type: 'string' }, plus }, ['month', 'plus']),
      ref('condition'),
    ],
  };
}

function outcomeSchema(): Schema {
  const crossing = { anyOf: [{ type: 'string' }, strictMap({ value: { type: 'string' } }, ['value'])] };
  const handOver = { to: { type: 'string' }, when: ref('condition'), with: mapOf(crossing) };
  const properties = {
    verdict: { enum: VERDICTS },
    title: ref('text'),
    say: ref('text'),
    sources: ref('citations'),
    verify: { type: 'boolean' },
    'hand-over': strictMap(handOver, ['to']),
  };
  return strictMap(describeKeys(properties, keyWords.outcome), ['verdict', 'title', 'sources']);
}
