/** Words for people; dates, ids and the names of kinds stay what the engine makes them. */
const WORDS = new Set([
  'title',
  'say',
  'text',
  'label',
  'findOut',
  'ask',
  'means',
  'term',
  'place',
  'cite',
  'form',
  'issuer',
  'test',
  'otherwise',
  'inCase',
  'url',
]);

function replace(value: unknown, words: string, key: string): unknown {
  if (typeof value === 'string') return WORDS.has(key) ? words : value;
  if (Array.isArray(value)) return value.map((part) => replace(part, words, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replace(part, words, name)]));
}

/** The same data with every text that a flow or an answer could bring replaced by `words`. */
export function withWords<T>(value: T, words: string): T {
  return replace(value, words, '') as T;
}
