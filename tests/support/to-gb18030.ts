/** Two-byte characters by their text; Node decodes GB18030 but does not encode it. */
let table: Map<string, readonly [number, number]> | undefined;

function makeTable(): Map<string, readonly [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const made = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(new Uint8Array([lead, trail]));
      if (text.length === 1 && text !== '\ufffd') made.set(text, [lead, trail]);
    }
  }
  return made;
}

/** Text as Excel in China saves it. Throws for a character that is not in GBK. */
export function toGb18030(text: string): Uint8Array {
  table ??= makeTable();
  const bytes: number[] = [];
  for (const letter of text) {
    const pair = table.get(letter);
    if (letter < '\u0080') bytes.push(letter.charCodeAt(0));
    else if (pair) bytes.push(...pair);
    else throw new Error(`not in GBK: ${letter}`);
  }
  return Uint8Array.from(bytes);
}
