/** Plain data as short text: no quotes, one line for each part of the outermost list or map. */
export function compact(value: unknown): string {
  if (typeof value !== 'object' || value === null) return short(value);
  if (Array.isArray(value)) return value.map(short).join('\n');
  return Object.entries(value)
    .map(([key, part]) => `${key}: ${short(part)}`)
    .join('\n');
}

function short(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(short).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const parts = Object.entries(value).map(([key, part]) => `${key}: ${short(part)}`);
  return `{${parts.join(', ')}}`;
}
