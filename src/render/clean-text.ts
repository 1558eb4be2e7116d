/**
 * Terminal sequences: CSI, then the strings OSC, DCS, SOS, PM, APC up to their end, then the short ones.
 * Each in its 7-bit form (ESC [) and its 8-bit form (U+009B).
 */
const SEQUENCES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u009c]*(?:\u0007|\u001b\\|\u009c)?|\u001b[ -/]*[0-~]/g;

/** Controls, bidi controls, and characters that are never seen. The joiners inside emoji stay. */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e0fff}]/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: old line ends are line ends too
const LINE_ENDS = /[ \t\u3000]*[\n\r\u000b\u000c\u0085\u2028\u2029]+[ \t\u3000]*/g;

const WIDE = /[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/;

/** A line end between two Chinese characters is nothing; between other words it is a space. */
function joinLines(text: string): string {
  return text.replace(LINE_ENDS, (found: string, at: number) => {
    const before = text[at - 1] ?? '';
    const after = text[at + found.length] ?? '';
    return WIDE.test(before) && WIDE.test(after) ? '' : ' ';
  });
}

/**
 * One line of text that is safe to print anywhere: no terminal sequences, controls, bidi controls,
 * half surrogates or line ends; spaces in a row are one.
 */
export function cleanText(text: string): string {
  const seen = text.replace(SEQUENCES, '').replace(UNSEEN, '').toWellFormed();
  return joinLines(seen)
    .replace(/[ \t]+/g, ' ')
    .trim();
}

/** The same data with every text in it made safe by `cleanText`. Keys are left as they are. */
export function cleanDeep<T>(value: T): T {
  if (typeof value === 'string') return cleanText(value) as T;
  if (Array.isArray(value)) return value.map(cleanDeep) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanDeep(part)])) as T;
}
