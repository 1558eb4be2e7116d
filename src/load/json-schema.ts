/** The JSON Schema of flow.yaml, for editors. */
export function flowJsonSchema(): unknown {
  return {};
}
