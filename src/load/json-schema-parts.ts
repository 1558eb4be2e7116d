/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A map with these keys and no others. */
export function strictMap(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    additionalProperties: false,
    properties,
    ...(required.length > 0 && { required }),
  };
}

/** A map of any keys whose values are all of one kind. */
export function mapOf(values: Schema): Schema {
  return { type: 'object', additionalProperties: values };
}

/** A list. */
export function listOf(items: Schema): Schema {
  return { type: 'array', items };
}

/** Something defined once. */
export function ref(name: string): Schema {
  return { $ref: `#/$defs/${name}` };
}

/** Says at each key what it is for. */
export function describeKeys(
  properties: Readonly<Record<string, Schema>>,
  words: Readonly<Record<string, string>>,
): Record<string, Schema> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, { description: words[key] ?? key, ...schema }]),
  );
}
