/** Names that Windows keeps for devices, with any ending. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/** What no file name may hold somewhere: separators, wildcards, controls, and characters that are not seen. */
const UNSAFE = /[/\\:*?"<>|\p{C}\p{Zl}\p{Zp}]/gu;

/** A file name may have 255 bytes; an ending, and a temporary one, come after. */
const LONGEST = 200;

/** The name, without its ending, of the document for an id: the id itself, as far as any disk can take it. */
export function documentName(id: string | number | null, line: number): string {
  if (id === null) return `line-${line}`;
  const safe = cut(String(id).normalize('NFC').replace(UNSAFE, '_').trim())
    .replace(/[. ]+$/, '')
    .replace(/^[.-]/, '_');
  if (safe === '') return '_';
  return RESERVED.test(safe) ? `_${safe}` : safe;
}

/** What two names share that are one file on some disk. */
export function nameKey(name: string): string {
  // A copy: what is kept must not keep the text alive that it was cut from.
  return Buffer.from(name.normalize('NFKC').toUpperCase().toLowerCase()).toString();
}

function cut(name: string): string {
  if (Buffer.byteLength(name) <= LONGEST) return name;
  let [kept, bytes] = ['', 0];
  for (const letter of name) {
    bytes += Buffer.byteLength(letter);
    if (bytes > LONGEST) break;
    kept += letter;
  }
  return kept;
}
