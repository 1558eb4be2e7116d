import { checklistJsonSchema } from './checklist-schema.ts';
import { DATE, DIALECT, described, listOf, ref, type Schema, strictObject, TEXT } from './schema-parts.ts';
import { BATCH_LINE_WORDS } from './schema-wording.ts';

const LINE: Schema = { type: 'integer', minimum: 1 };
const OPEN: Schema = { type: 'object' };

/** The JSON Schema of a line that `batch` prints. */
export function batchLineJsonSchema(): Schema {
  const { $schema: _dialect, ...checklist } = checklistJsonSchema();
  const { title, description } = BATCH_LINE_WORDS;
  return {
    $schema: DIALECT,
    title,
    description,
    oneOf: [
      lineOf({ ok: { const: true }, checklist: ref('checklist') }),
      lineOf({ ok: { const: true }, ...briefParts() }),
      lineOf({ ok: { const: true }, file: TEXT }),
      lineOf({ ok: { const: false }, error: ref('error') }),
    ],
    $defs: { checklist: { $id: 'checklist.schema.json', ...checklist }, error: errorSchema() },
  };
}

/** A line with the parts that all have, and these. */
function lineOf(own: Readonly<Record<string, Schema>>): Schema {
  const id: Schema = { type: ['string', 'number', 'null'] };
  const words = BATCH_LINE_WORDS.line;
  return strictObject(
    described<string>({ line: LINE, id, ...own }, words),
    described<string>({ record: LINE }, words),
  );
}

/** With `--brief`: ids alone. */
function briefParts(): Readonly<Record<string, Schema>> {
  const ids = listOf(TEXT);
  return {
    flow: TEXT,
    date: DATE,
    outcome: TEXT,
    steps: ids,
    materials: ids,
    notNeeded: ids,
    warnings: ids,
    notes: ids,
  };
}

/** The error of `-f json`; what its lists hold may grow. */
function errorSchema(): Schema {
  const problem: Schema = {
    ...OPEN,
    properties: { code: TEXT, message: TEXT },
    required: ['code', 'message'],
  };
  const missing: Schema = {
    ...OPEN,
    properties: { id: TEXT, ask: TEXT, type: TEXT },
    required: ['id', 'ask', 'type'],
  };
  const words = BATCH_LINE_WORDS.error;
  return strictObject(
    described<string>(
      { code: TEXT, message: TEXT, missing: listOf(missing), problems: listOf(problem) },
      words,
    ),
    described<string>({ flow: TEXT, renamed: listOf(OPEN), gone: listOf(TEXT) }, words),
  );
}
