// From a list that Excel saved as CSV to a PDF for each person, one NDJSON, and how many have to file.
// usage: node thousand-people.mjs 名单.csv 目录
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const [list = '名单.csv', folder = '.'] = process.argv.slice(2);
const all = createWriteStream(join(folder, 'all.ndjson'));
/** @type {Record<string, number>} */
const outcomes = {};
for await (const line of batch([])) {
  all.write(`${line}\n`);
  const { id, ok, checklist, error } = JSON.parse(line);
  if (!ok) throw new Error(`${id}: ${error.message}`);
  outcomes[checklist.outcome.id] = (outcomes[checklist.outcome.id] ?? 0) + 1;
}
all.end();
await once(all, 'finish');

let files = 0;
for await (const line of batch(['-o', join(folder, 'pdf'), '-f', 'pdf'])) {
  if (JSON.parse(line).file) files++;
}
console.log(JSON.stringify({ ...outcomes, files }));

/**
 * The lines that yibao prints for the list, which it reads from its standard input.
 * @param {string[]} options
 */
async function* batch(options) {
  const shared = ['--ignore', '姓名', '--ignore', '部门', '--date', '2026-11-22', '--workers', 'auto'];
  const child = spawn('yibao', ['batch', 'yidi', ...shared, ...options], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  createReadStream(list).pipe(child.stdin);
  yield* createInterface({ input: child.stdout });
  const [code] = await closed;
  if (code !== 0) throw new Error(`yibao ended with ${code}`);
}
