import type { Checklist, Level } from '../model/checklist.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import { NATION } from '../model/place.ts';
import { levelOf, placeChain } from './atlas.ts';
import { channelsOf } from './channels.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { factsInFlow } from './facts-in-flow.ts';
import { homeCode, homeState } from './home-place.ts';
import { isInForce } from './in-force.ts';
import type { Knowledge } from './knowledge.ts';
import { remember } from './remember.ts';
import { slotsOf } from './slots.ts';
import { withoutAbsent } from './without-absent.ts';
import { words } from './wording.ts';

type LocalStatus = Checklist['localStatus'];

/**
 * The most local level of which any rule is known for this person: an overlay of the flow, or a fact
 * that the flow reads. An app's name alone is no rule, and neither is a line that is itself to be verified.
 */
export function localStatus(compiled: CompiledFlow, knowledge: Knowledge): LocalStatus {
  const { memory, flow } = compiled;
  const dependsOn = () => ({ slots: slotsOf(compiled, { names: [flow.jurisdiction], date: true }) });
  const known =
    statuses.get(compiled) ??
    remember(memory, dependsOn, (one: Knowledge) => deepFreeze(findStatus(compiled, one)));
  statuses.set(compiled, known);
  return known(knowledge);
}

const statuses = new WeakMap<CompiledFlow, (knowledge: Knowledge) => LocalStatus>();

function findStatus(compiled: CompiledFlow, knowledge: Knowledge): LocalStatus {
  const { atlas } = compiled;
  const state = homeState(compiled, knowledge);
  const code = homeCode(compiled, knowledge);
  const hotline = hotlineOf(compiled, code, knowledge);
  if (state === undefined || state.kind === 'passed-over') return { level: 'none', hotline };
  const known = placeChain(atlas, code).filter((one) => one !== NATION && hasRules(compiled, one, knowledge));
  const best = known.at(-1);
  const level: Level = best === undefined ? 'nation' : levelOf(atlas, best);
  const named = best ?? code;
  return withoutAbsent<LocalStatus>({
    level,
    place: named === undefined ? undefined : atlas.get(named)?.name,
    hotline,
  });
}

function hotlineOf({ flow }: CompiledFlow, code: string | undefined, { date }: Knowledge): string {
  return channelsOf(flow, 'hotline', code, date)
    .map(({ name }) => name)
    .join(words.or);
}

function hasRules(compiled: CompiledFlow, code: string, { date }: Knowledge): boolean {
  const { flow } = compiled;
  const entry = flow.common.places.entries[code];
  if (!entry) return false;
  const overlays = (entry.overlays[flow.id] ?? []).flatMap(({ add, change, remove, outcomes }) => [
    ...add.filter(({ item }) => !item.verify),
    ...change.filter(({ set }) => !set.verify),
    ...remove,
    ...outcomes.filter(({ set }) => !set.verify),
  ]);
  if (overlays.some((one) => isInForce(one, date))) return true;
  const facts = Object.keys(entry.facts).filter((fact) =>
    entry.facts[fact]?.some((one) => isInForce(one, date)),
  );
  // Which facts a flow reads takes long to find out, so this comes last.
  return facts.length > 0 && factsInFlow(flow).some((fact) => facts.includes(fact));
}
