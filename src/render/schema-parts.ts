/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

export const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

export const TEXT: Schema = { type: 'string' };
export const FLAG: Schema = { type: 'boolean' };
export const DATE: Schema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
export const MONTH: Schema = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])$' };
/** Six digits of GB/T 2260. */
export const PLACE: Schema = { type: 'string', pattern: '^[1-9]\\d{5}$' };

/** An object with these keys and no others. */
export function strictObject(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}

export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** The same properties, each with what it is for. */
export function described<K extends string>(
  properties: Readonly<Record<K, Schema>>,
  words: Readonly<Partial<Record<K, string>>>,
): Readonly<Record<K, Schema>> {
  const entries = Object.entries<Schema>(properties).map(([key, schema]) => {
    const description = words[key as K];
    return [key, description === undefined ? schema : { ...schema, description }];
  });
  return Object.fromEntries(entries) as Readonly<Record<K, Schema>>;
}
