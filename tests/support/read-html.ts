const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#96;': '`',
};

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, (found) => ENTITIES[found] ?? found);

/** What stands between `<body>` and its end. */
export const bodyOf = (page: string): string => /<body>\n([\s\S]*)<\/body>/.exec(page)?.[1] ?? '';

/** The tags of a page, each as it is written. */
export const tagsOf = (page: string): readonly string[] => page.match(/<[^>]*>/g) ?? [];

/** The words of a page, line by line as the source has them. */
export function wordsOf(page: string): string {
  return decode(bodyOf(page).replace(/<[^>]*>/g, ''))
    .replace(/\n\s*\n+/g, '\n')
    .trim();
}
