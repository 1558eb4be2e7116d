// node batch-baseline.mjs LINES DOCUMENTS: what `yibao batch` does without deciding anything. Reads and parses
// each line, takes a ready document, makes it text anew and writes it: the same bytes.
import { once } from 'node:events';
import { createReadStream, readFileSync } from 'node:fs';

const [lines = '', documents = ''] = process.argv.slice(2);
const ready = readFileSync(documents, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line));
const PIECE = 64 * 1024;

let number = 0;
let rest = '';
let out = '';

for await (const chunk of createReadStream(lines, { encoding: 'utf8', highWaterMark: 256 * 1024 })) {
  const pieces = (rest + chunk).split('\n');
  rest = pieces.pop() ?? '';
  for (const line of pieces) out += answer(line);
  if (out.length >= PIECE) await flush();
}
if (rest !== '') out += answer(rest);
await flush();

/** @param {string} line */
function answer(line) {
  const { id } = JSON.parse(line);
  const { line: _, id: __, ...result } = ready[number++ % ready.length];
  return `${JSON.stringify({ line: number, id, ...result })}\n`;
}

async function flush() {
  const text = out;
  out = '';
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
