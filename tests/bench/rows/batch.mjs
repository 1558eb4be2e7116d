import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFlows } from '../built.mjs';
import {
  BIN,
  inTemporaryFolder,
  interleave,
  plainEnvironment,
  ratios,
  timeAndMemory,
  timeNode,
} from '../measure.mjs';
import { people } from '../people.mjs';

const BASELINE = fileURLToPath(new URL('../batch-baseline.mjs', import.meta.url));
/** So many different people take turns: the baseline holds the finished document of each. */
const PEOPLE = 1000;

/**
 * `yibao batch` against the same work without deciding, and its memory.
 * @param {{ rounds: number, lines: number, longLines: number }} options
 * @returns {Promise<Record<string, number[]>>}
 */
export async function measureBatch({ rounds, lines, longLines }) {
  const flow = await (await loadFlows()).get('yidi');
  const answers = people(flow, PEOPLE).map((given) => JSON.stringify(given));
  return inTemporaryFolder((folder) => {
    const input = writeLines(join(folder, 'lines.ndjson'), answers, lines);
    const baseline = [BASELINE, input, makeDocuments(folder, answers)];
    const batch = [BIN, 'batch', 'yidi', input, '--date', '2026-11-22'];
    /** @type {number[]} */
    const memory = [];
    const { plain, one, two } = interleave(rounds, {
      plain: () => timeNode(baseline, { sink: 'null' }),
      one: () => {
        const { milliseconds, megabytes } = timeAndMemory(batch, { sink: 'null' });
        memory.push(megabytes);
        return milliseconds;
      },
      two: () => timeNode([...batch, '--workers', '2'], { sink: 'null' }),
    });
    const long = writeLines(join(folder, 'long.ndjson'), answers, longLines);
    const brief = [BIN, 'batch', 'yidi', long, '--brief', '--date', '2026-11-22'];
    return {
      batch: ratios(one, plain),
      'batch-workers': ratios(two, plain),
      'batch-memory': memory,
      'batch-long-memory': [timeAndMemory(brief, { sink: 'null' }).megabytes],
    };
  });
}

/**
 * Writes as many lines as wanted; the people take turns.
 * @param {string} file
 * @param {readonly string[]} answers
 * @param {number} count
 */
export function writeLines(file, answers, count) {
  const out = openSync(file, 'w');
  for (let from = 0; from < count; from += PEOPLE) {
    const to = Math.min(count, from + PEOPLE);
    const text = Array.from({ length: to - from }, (_, at) => {
      return `{"id":"${from + at}","answers":${answers[(from + at) % answers.length]}}\n`;
    });
    writeSync(out, text.join(''));
  }
  closeSync(out);
  return file;
}

/**
 * The finished line of each person, and a proof that the baseline writes the very bytes that batch writes.
 * @param {string} folder
 * @param {readonly string[]} answers
 */
function makeDocuments(folder, answers) {
  const input = writeLines(join(folder, 'people.ndjson'), answers, answers.length * 2);
  const output = run([BIN, 'batch', 'yidi', input, '--date', '2026-11-22']);
  const documents = join(folder, 'documents.ndjson');
  writeFileSync(documents, output.toString().split('\n').slice(0, answers.length).join('\n'));
  const [ours, theirs] = [output, run([BASELINE, input, documents])].map((bytes) =>
    createHash('sha256').update(bytes).digest('hex'),
  );
  if (ours !== theirs) throw new Error('the baseline does not write the bytes that batch writes');
  return documents;
}

/** @param {string[]} args */
function run(args) {
  return execFileSync(process.execPath, args, { env: plainEnvironment(), maxBuffer: 2 ** 30 });
}
