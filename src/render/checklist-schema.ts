import {
  DATE,
  DIALECT,
  described,
  FLAG,
  listOf,
  MONTH,
  ref,
  type Schema,
  strictObject,
  TEXT,
} from './schema-parts.ts';
import { CHECKLIST_WORDS } from './schema-wording.ts';

const LEVELS: Schema = { enum: ['nation', 'province', 'city'] };
const STATUS: Schema = { enum: ['required', 'possible'] };
const GRADES: Schema = { enum: ['A', 'B', 'C'] };
const COUNT: Schema = { type: 'integer', minimum: 0 };

/** The JSON Schema of what `-f json` prints. */
export function checklistJsonSchema(): Schema {
  const words = CHECKLIST_WORDS.document;
  return {
    $schema: DIALECT,
    title: CHECKLIST_WORDS.title,
    description: CHECKLIST_WORDS.description,
    ...strictObject(described<string>(documentParts(), words), described<string>(noteParts(), words)),
    $defs: {
      value: { anyOf: [TEXT, { type: 'number' }, listOf(TEXT)] },
      actor: { enum: ['you', 'family', 'employer', 'office', 'hospital', 'tax'] },
      reason: strictObject({ value: ref('value'), label: TEXT }, { question: TEXT, fact: TEXT, place: TEXT }),
      cited: strictObject({ id: TEXT, cite: TEXT, grade: GRADES }, { inForceFrom: DATE }),
      span: spanSchema(),
      deadline: deadlineSchema(),
      outcome: outcomeSchema(),
      answer: answerSchema(),
      ...itemSchemas(),
      source: sourceSchema(),
    },
  };
}

function documentParts() {
  return {
    schema: { const: 1 },
    flow: strictObject({ id: TEXT, title: TEXT, reviewed: DATE }),
    date: DATE,
    outcome: ref('outcome'),
    answers: listOf(ref('answer')),
    steps: listOf(ref('step')),
    materials: listOf(ref('material')),
    notNeeded: listOf(ref('notNeeded')),
    warnings: listOf(ref('plain')),
    notes: listOf(ref('plain')),
    unsettled: listOf(strictObject({ test: TEXT, findOut: TEXT, otherwise: TEXT })),
    terms: listOf(strictObject({ term: TEXT, means: TEXT })),
    localStatus: strictObject(
      { level: { enum: ['none', 'nation', 'province', 'city'] }, hotline: TEXT },
      { place: TEXT },
    ),
    sources: listOf(ref('source')),
  };
}

/** What else there is to tell of a run; on stderr in the other formats. */
function noteParts() {
  return {
    unused: listOf(strictObject({ question: TEXT, value: ref('value') })),
    renamed: listOf(strictObject({ from: TEXT, to: TEXT }, { question: TEXT })),
    gone: listOf(TEXT),
  };
}

function spanSchema(): Schema {
  const range = { type: 'array', prefixItems: [COUNT, COUNT], minItems: 2, maxItems: 2 };
  return strictObject(
    {
      unit: { enum: ['working-days', 'days', 'months'] },
      count: { anyOf: [COUNT, range] },
      keeper: ref('actor'),
    },
    { countedFrom: TEXT },
  );
}

function deadlineSchema(): Schema {
  const day = { anyOf: [DATE, MONTH] };
  return strictObject({
    earliest: day,
    latest: day,
    rule: listOf(ref('span')),
    certain: FLAG,
    past: FLAG,
    basis: { enum: ['asked', 'today'] },
    keeper: ref('actor'),
    missingYears: listOf({ type: 'integer' }),
  });
}

function outcomeSchema(): Schema {
  const answers = { type: 'object', additionalProperties: ref('value') };
  return strictObject(
    {
      id: TEXT,
      verdict: { enum: ['proceed', 'not-needed', 'not-eligible', 'elsewhere', 'ask-first'] },
      title: TEXT,
      because: listOf(ref('reason')),
      level: LEVELS,
      sources: listOf(ref('cited')),
    },
    {
      text: TEXT,
      handOver: strictObject({ to: TEXT, answers }, { title: TEXT }),
      place: TEXT,
      accordingTo: listOf(TEXT),
      verify: FLAG,
    },
  );
}

function answerSchema(): Schema {
  return strictObject(
    { question: TEXT, ask: TEXT, value: ref('value'), label: TEXT },
    { treatedAs: strictObject({ value: ref('value'), label: TEXT }), findOut: TEXT },
  );
}

/** Every kind of line: what all have, and what the kind adds. */
function itemSchemas(): Readonly<Record<string, Schema>> {
  const hangsOn = listOf(strictObject({ label: TEXT, findOut: TEXT }, { question: TEXT, fact: TEXT }));
  const required = {
    id: TEXT,
    title: TEXT,
    status: STATUS,
    because: listOf(ref('reason')),
    level: LEVELS,
    sources: listOf(ref('cited')),
  };
  const common = {
    place: TEXT,
    hangsOn,
    verify: FLAG,
    accordingTo: listOf(TEXT),
    inCase: TEXT,
    optional: FLAG,
  };
  const of = (own: Readonly<Record<string, Schema>>): Schema =>
    strictObject(
      described<string>(required, CHECKLIST_WORDS.item),
      described<string>({ ...common, ...own }, CHECKLIST_WORDS.item),
    );
  return {
    step: of({
      say: TEXT,
      do: listOf(strictObject({ text: TEXT, status: STATUS })),
      who: ref('actor'),
      takes: { anyOf: [{ const: 'at-once' }, listOf(ref('span'))] },
      see: strictObject({ flow: TEXT }, { title: TEXT }),
      deadline: ref('deadline'),
      doneBy: ref('deadline'),
    }),
    material: of({ say: TEXT, form: TEXT, copies: COUNT, oneOf: listOf(TEXT) }),
    notNeeded: of({ becauseNot: TEXT }),
    plain: of({ say: TEXT }),
  };
}

function sourceSchema(): Schema {
  return strictObject(
    {
      mark: { type: 'integer', minimum: 1 },
      id: TEXT,
      cite: TEXT,
      grade: GRADES,
      title: TEXT,
      issuer: TEXT,
      seen: DATE,
    },
    { url: TEXT, place: TEXT, inForceFrom: DATE },
  );
}
