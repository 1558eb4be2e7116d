import { cleanText } from '../render/clean-text.ts';

const LONGEST = 40;

/** Lines without anything that could act on a terminal; what is printed may come from a stranger's file. */
export function safeText(text: string): string {
  return text
    .split('\n')
    .map((line) => `${/^ */.exec(line)?.[0]}${cleanText(line)}`)
    .join('\n');
}

/** What a person typed, in quotes, cut to a sane length. */
export function quoted(typed: string): string {
  // A letter takes two units at most; a text of megabytes is not taken apart for the first few.
  const letters = [...typed.slice(0, LONGEST * 2 + 2)];
  return `“${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : typed}”`;
}
