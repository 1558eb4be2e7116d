import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { BIN, inTemporaryFolder, interleave, ratios, timeNode } from '../measure.mjs';
import { timeFirstQuestion } from './first-question.mjs';

const NODE_24 = join(fileURLToPath(new URL('../node_modules', import.meta.url)), 'node-24/bin/node');

/** A retired mother with a chronic disease who moves in with her daughter in another city. */
const ANSWERS = {
  'on-behalf': 'family',
  reason: 'chronic',
  stage: 'planning',
  'insured-place': '510700',
  'care-place': '440100',
  stay: 'living',
  proof: 'none',
  channel: 'phone',
};

/**
 * Whole processes against `node -e 0`, on this Node and, where it is installed, on Node 24.
 * @param {{ rounds: number }} options
 * @returns {Promise<Record<string, number[]>>}
 */
export async function measureStartUp({ rounds }) {
  return inTemporaryFolder(async (folder) => {
    const json = join(folder, 'a.json');
    const yaml = join(folder, 'a.yaml');
    writeFileSync(json, JSON.stringify(ANSWERS));
    writeFileSync(yaml, stringify(ANSWERS));
    return {
      ...onThisNode(rounds, json, yaml),
      ...(existsSync(NODE_24) ? onNode24(rounds, json) : {}),
      'first-question': await firstQuestions(rounds),
    };
  });
}

/** @param {string} file */
const scripted = (file) => [BIN, 'yidi', '--answers', file, '--no-input', '-f', 'json'];

/**
 * @param {number} rounds
 * @param {string} json
 * @param {string} yaml
 */
function onThisNode(rounds, json, yaml) {
  const pdf = [BIN, 'yidi', '--answers', json, '--no-input', '-f', 'pdf'];
  const { base, ...samples } = interleave(rounds, {
    base: () => timeNode(['-e', '0']),
    'run-json': () => timeNode(scripted(json)),
    'run-yaml': () => timeNode(scripted(yaml)),
    help: () => timeNode([BIN, '--help']),
    list: () => timeNode([BIN, 'list']),
    pdf: () => timeNode(pdf),
  });
  return Object.fromEntries(Object.entries(samples).map(([id, times]) => [id, ratios(times, base)]));
}

/**
 * @param {number} rounds
 * @param {string} json
 */
function onNode24(rounds, json) {
  const { base, run } = interleave(rounds, {
    base: () => timeNode(['-e', '0'], { node: NODE_24 }),
    run: () => timeNode(scripted(json), { node: NODE_24 }),
  });
  return { 'run-json-24': ratios(run, base) };
}

/** @param {number} rounds */
async function firstQuestions(rounds) {
  const found = [];
  for (let round = 0; round < rounds; round++) {
    const base = timeNode(['-e', '0']);
    found.push((await timeFirstQuestion()) / base);
  }
  return found;
}
