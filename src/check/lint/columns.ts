const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\uffe0-\uffe6]/u;
const PLACEHOLDER = /<[^<>]*>/g;

/** A placeholder prints a short name on most lists: five characters. */
const PLACEHOLDER_COLUMNS = 10;

/** How many columns a text takes on a list: two for a Chinese character, its placeholders by a rough rule. */
export function textColumns(text: string): number {
  const placeholders = text.match(PLACEHOLDER)?.length ?? 0;
  const rest = [...text.replaceAll(PLACEHOLDER, '')];
  return rest.reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), placeholders * PLACEHOLDER_COLUMNS);
}
