import { UNSURE } from '../model/answers.ts';
import type { Flow, Question } from '../model/flow.ts';
import { DATE, DIALECT, MONTH, PLACE, type Schema, strictObject } from './schema-parts.ts';
import { ANSWERS_WORDS } from './schema-wording.ts';
import { usualText } from './usual-text.ts';

/**
 * The JSON Schema of the answers of one procedure: the answers themselves, or what `--save-answers` and
 * the template write around them.
 *
 * @example
 * await writeFile('answers.schema.json', JSON.stringify(answersJsonSchema(flow)));
 */
export function answersJsonSchema(flow: Flow): Schema {
  const wrapped = strictObject(
    { answers: { $ref: '#/$defs/answers', description: ANSWERS_WORDS.answers } },
    {
      flow: { const: flow.id, description: ANSWERS_WORDS.flow },
      reviewed: { ...DATE, description: ANSWERS_WORDS.reviewed },
      date: { ...DATE, description: ANSWERS_WORDS.date },
    },
  );
  return {
    $schema: DIALECT,
    title: ANSWERS_WORDS.title(flow.title),
    description: ANSWERS_WORDS.description,
    type: 'object',
    anyOf: [wrapped, { $ref: '#/$defs/answers' }],
    $defs: { answers: answersMap(flow) },
  };
}

function answersMap(flow: Flow): Schema {
  const questions = Object.values(flow.questions);
  const properties = questions.map((question) => [question.id, questionSchema(flow, question)]);
  const renamed = questions.flatMap((question) =>
    (question.was ?? []).map((was) => [was, renamedSchema(flow, question)]),
  );
  return {
    type: 'object',
    properties: Object.fromEntries([...renamed, ...properties]),
    additionalProperties: false,
  };
}

function questionSchema(flow: Flow, question: Question): Schema {
  const { ask, why, unit } = question;
  const description = [
    ask,
    ...(why === undefined ? [] : [why]),
    ...(question.type === 'place' ? [ANSWERS_WORDS.place] : []),
    ...(unit === undefined ? [] : [ANSWERS_WORDS.unit(unit)]),
  ];
  return {
    description: description.map((text) => usualText(flow, text)).join('\n'),
    anyOf: [valueSchema(flow, question), ...unsureSchema(flow, question), { type: 'null' }],
  };
}

function renamedSchema(flow: Flow, question: Question): Schema {
  return {
    ...questionSchema(flow, question),
    description: ANSWERS_WORDS.renamed(question.id),
    deprecated: true,
  };
}

function valueSchema(flow: Flow, question: Question): Schema {
  const { type, min, max } = question;
  switch (type) {
    case 'choice':
    case 'yes-no':
      return optionSchema(flow, question);
    case 'multi':
      return selectionSchema(flow, question);
    case 'place':
      return PLACE;
    case 'date':
      return DATE;
    case 'month':
      return MONTH;
    case 'number':
      return {
        type: 'number',
        ...(min !== undefined && { minimum: min }),
        ...(max !== undefined && { maximum: max }),
      };
  }
}

/** One of the options; each says its words, which editors show. */
function optionSchema(flow: Flow, { options }: Question): Schema {
  const one = options.flatMap(({ id, label, was = [] }): Schema[] => [
    { const: id, description: usualText(flow, label) },
    ...was.map((old) => ({ const: old, description: ANSWERS_WORDS.renamed(id), deprecated: true })),
  ]);
  return { oneOf: one };
}

function selectionSchema(flow: Flow, question: Question): Schema {
  const { atLeast = 0, none } = question;
  const alone = { anyOf: [{ maxItems: 1 }, { not: { contains: { const: none } } }] };
  return {
    type: 'array',
    items: optionSchema(flow, question),
    uniqueItems: true,
    minItems: atLeast,
    ...(none !== undefined && alone),
  };
}

function unsureSchema(flow: Flow, { unsure, options }: Question): Schema[] {
  if (!unsure) return [];
  const ids = 'as' in unsure ? [unsure.as].flat() : [];
  const labels = options.filter(({ id }) => ids.includes(id)).map(({ label }) => usualText(flow, label));
  const said = labels.length > 0 ? ANSWERS_WORDS.unsureAs(labels.join('、')) : ANSWERS_WORDS.unsure;
  return [{ const: UNSURE, description: said }];
}
