/**
 * The key that stands twice in the map that is the whole of a JSON text, or in the map under `answers` in it;
 * `JSON.parse` keeps only the last. The text must be valid JSON.
 *
 * @param keys how many keys `JSON.parse` kept in the two: where the text has no more colons, it has no more keys
 */
export function findRepeatedKey(text: string, keys: number): string | undefined {
  return countColons(text) > keys ? readKeys(text) : undefined;
}

function countColons(text: string): number {
  let count = 0;
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) count++;
  return count;
}

function readKeys(text: string): string | undefined {
  const seen = [new Set<string>(), new Set<string>()];
  let isInner = false;
  for (const { key, depth } of keysOf(text)) {
    const keys = depth === 1 || isInner ? seen[depth - 1] : undefined;
    if (keys?.has(key)) return key;
    keys?.add(key);
    if (depth === 1) isInner = key === 'answers';
  }
  return undefined;
}

/** All keys, as deep as they stand. */
function* keysOf(text: string): Generator<{ key: string; depth: number }> {
  let [depth, at] = [0, 0];
  while (at < text.length) {
    const letter = text[at] ?? '';
    const end = letter === '"' ? afterString(text, at) : at + 1;
    depth += DEPTHS[letter] ?? 0;
    if (letter === '"' && isKey(text, end)) yield { key: JSON.parse(text.slice(at, end)), depth };
    at = end;
  }
}

const DEPTHS: Readonly<Record<string, number>> = { '{': 1, '[': 1, '}': -1, ']': -1 };

function afterString(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text[at - 1] === '\\') at--;
  return (quote - at) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\r\n'.includes(text[at] ?? '?')) at++;
  return text[at] === ':';
}
