import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { plainEnvironment, ratios } from '../measure.mjs';

const MEASURE_PEER = fileURLToPath(new URL('../neutral/measure-peer.mjs', import.meta.url));
const MEASURE_CHECKLISTS = fileURLToPath(new URL('../neutral/measure-checklists.mjs', import.meta.url));

/** Every peer on the neutral problem, the fastest first. */
const PEERS = [
  'json-logic-engine',
  'cel',
  'filtrex',
  'json-logic-js',
  'xstate',
  'zen',
  'json-rules-engine',
  'survey-core',
  'publicodes',
];
/** The ones that stand in the table. */
const NEEDED = ['json-logic-engine', 'survey-core', 'publicodes'];

/**
 * Decisions a second on the neutral problem, each engine in a process of its own, in turns.
 * @param {{ rounds: number, seconds: number, allPeers: boolean }} options
 * @returns {{ lines: Record<string, number[]>, peers: Record<string, number[]> }} the lines of the table, and
 *   each engine's share of the reference in percent
 */
export function measureEngine({ rounds, seconds, allPeers }) {
  const names = ['reference', 'yibao', ...(allPeers ? PEERS : NEEDED)];
  /** @type {Record<string, number[]>} */
  const rates = Object.fromEntries([...names, 'checklists'].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names)
      rates[name]?.push(rateOf([MEASURE_PEER, name, String(seconds), ...(round === 0 ? ['agree'] : [])]));
    rates.checklists?.push(rateOf([MEASURE_CHECKLISTS, 'yidi', String(seconds)]));
  }
  const { reference = [], yibao = [], checklists = [] } = rates;
  const percent = (/** @type {number[]} */ rate) => ratios(rate, reference).map((share) => share * 100);
  return {
    lines: {
      engine: percent(yibao),
      'engine-peer': ratios(yibao, rates['json-logic-engine'] ?? []),
      'checklist-survey': ratios(checklists, rates['survey-core'] ?? []),
      'checklist-publicodes': ratios(checklists, rates.publicodes ?? []),
    },
    peers: Object.fromEntries(names.slice(1).map((name) => [name, percent(rates[name] ?? [])])),
  };
}

/**
 * Throws where an engine does not decide as the reference does.
 * @param {string[]} args
 */
function rateOf(args) {
  const printed = execFileSync(process.execPath, args, { env: plainEnvironment() });
  const { name, mismatches, rate } = JSON.parse(printed.toString());
  if (mismatches > 0) throw new Error(`${name} decides ${mismatches} of the interviews in another way`);
  return /** @type {number} */ (rate);
}
