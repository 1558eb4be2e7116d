type Schema = Readonly<Record<string, unknown>>;

/** Paths at which a value breaks a schema; the few keywords that the schema of flow.yaml uses. */
export function validate(root: Schema, value: unknown): string[] {
  return check(root, value, '', root);
}

function check(schema: Schema, value: unknown, path: string, root: Schema): string[] {
  if (typeof schema.$ref === 'string') {
    const definitions = root.$defs as Record<string, Schema>;
    return check(definitions[schema.$ref.split('/').at(-1) ?? ''] ?? {}, value, path, root);
  }
  if (Array.isArray(schema.anyOf)) {
    const results = schema.anyOf.map((part: Schema) => check(part, value, path, root));
    if (!results.some((result) => result.length === 0)) return [path];
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) return [path];
  if ('const' in schema && schema.const !== value) return [path];
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type))) return [path];
  if (Array.isArray(value)) return checkList(schema, value, path, root);
  return typeof value === 'object' && value !== null ? checkMap(schema, value, path, root) : [];
}

function isOfType(value: unknown, type: unknown): boolean {
  return type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

function checkList(schema: Schema, value: readonly unknown[], path: string, root: Schema): string[] {
  const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
  if (value.length < Number(minItems) || value.length > Number(maxItems)) return [path];
  return items ? value.flatMap((item, index) => check(items as Schema, item, `${path}/${index}`, root)) : [];
}

function checkMap(schema: Schema, value: object, path: string, root: Schema): string[] {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  const required = (schema.required ?? []) as string[];
  const keys = Object.keys(value);
  const { minProperties = 0, maxProperties = Number.POSITIVE_INFINITY } = schema;
  if (keys.length < Number(minProperties) || keys.length > Number(maxProperties)) return [path];
  if (required.some((key) => !keys.includes(key))) return [path];
  return Object.entries(value).flatMap(([key, part]) => {
    const inner = properties[key] ?? schema.additionalProperties ?? {};
    return inner === false ? [`${path}/${key}`] : check(inner as Schema, part, `${path}/${key}`, root);
  });
}
