const VOID = new Set(['meta', 'link', 'br', 'hr', 'img', 'input', 'col', 'wbr', 'rect', 'line', 'path']);

/** What is wrong with the tags of a page: one that is not closed, or not in order. Undefined if nothing is. */
export function findBadTag(page: string): string | undefined {
  const open: string[] = [];
  const source = page.replace(/<style>[^<]*<\/style>/g, '').replace(/^<!DOCTYPE html>/, '');
  for (const [tag, slash, name = '', rest = ''] of source.matchAll(/<(\/?)([a-z0-9]+)([^<>]*)>/g)) {
    if (slash !== '') {
      if (open.pop() !== name) return tag;
      continue;
    }
    if (!/^(?: [a-zA-Z-]+(?:="[^"<>]*")?)*\s*\/?$/.test(rest)) return tag;
    if (!VOID.has(name) && !rest.endsWith('/')) open.push(name);
  }
  const stray = /[<>]/.exec(source.replace(/<\/?[a-z0-9]+[^<>]*>/g, ''));
  return open.at(-1) ?? stray?.[0];
}
