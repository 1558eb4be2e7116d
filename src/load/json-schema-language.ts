import { describeKeys, listOf, mapOf, ref, type Schema, strictMap } from './json-schema-parts.ts';
import { keyWords } from './wording-schema.ts';

/** The tree: a list of nodes, each with lists of nodes inside. */
export function treeSchema(): Schema {
  const branch = mapOf(ref('tree'));
  const then = ref('tree');
  const when = {
    when: ref('condition'),
    then,
    else: ref('tree'),
    unknown: { anyOf: [{ enum: ['then', 'else'] }, ref('tree')] },
  };
  return listOf({
    anyOf: [
      { type: 'string' },
      strictMap(describeKeys({ exit: { type: 'string' } }, keyWords.node), ['exit']),
      strictMap(describeKeys(when, keyWords.node), ['when', 'then']),
      { ...mapOf(branch), minProperties: 1, maxProperties: 1 },
    ],
  });
}

/** A condition: words of the language, and names of questions and derived values. */
export function conditionSchema(): Schema {
  const value = { type: ['string', 'number'] };
  const comparisons = Object.fromEntries(
    ['lt', 'le', 'gt', 'ge', 'before', 'after'].map((operator) => [operator, value]),
  );
  const test = {
    anyOf: [value, listOf(value), strictMap({ ...comparisons, has: { anyOf: [value, listOf(value)] } })],
  };
  const names = { anyOf: [{ type: 'string' }, listOf({ type: 'string' })] };
  const words = {
    all: listOf(ref('condition')),
    any: listOf(ref('condition')),
    not: ref('condition'),
    same: { ...listOf({ type: 'string' }), minItems: 2, maxItems: 2 },
    at: { type: 'string' },
    fact: { anyOf: [{ type: 'string' }, mapOf(test)] },
    of: { type: 'string' },
    unverified: { type: 'string' },
    outcome: names,
  };
  const map = {
    type: 'object',
    properties: describeKeys(words, keyWords.condition),
    additionalProperties: test,
  };
  return { anyOf: [{ type: 'string' }, { ...map, minProperties: 1 }] };
}

/** A text, or rows of which the first that holds is used. */
export function textSchema(): Schema {
  const row = strictMap({ when: ref('condition'), is: { type: 'string' } }, ['is']);
  return { anyOf: [{ type: 'string' }, listOf(row)] };
}
