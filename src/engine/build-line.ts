import type { ChecklistItem } from '../model/checklist.ts';
import type { DecidedItem } from '../model/decided.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { Item } from '../model/flow.ts';
import { buildItem, statusOf } from './build-item.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { findTerms, type Term } from './find-terms.ts';
import type { Knowledge } from './knowledge.ts';
import { Code } from './numbering.ts';
import type { Placed } from './patch-items.ts';
import { remember, tabulate } from './remember.ts';
import { slotsOf } from './slots.ts';

/** A line of a checklist, and the terms in it. Lines are shared between checklists, so they are frozen. */
export interface Line {
  readonly item: ChecklistItem;
  readonly terms: readonly Term[];
}

/** An item ready to become a line: what its status and its words depend on is known. */
export interface PreparedItem {
  readonly item: Item;
  /** The line by its id alone. */
  readonly decided: Readonly<Record<ChecklistItem['status'], DecidedItem>>;
  readonly status: (knowledge: Knowledge) => ChecklistItem['status'] | 'absent';
  /** The line; only where it is not absent. */
  readonly line: (knowledge: Knowledge) => Line;
}

const prepared = new WeakMap<CompiledFlow, WeakMap<Placed<Item>, PreparedItem>>();

/** Prepares an item, once. */
export function prepareItem(compiled: CompiledFlow, placed: Placed<Item>): PreparedItem {
  const ofFlow = prepared.get(compiled) ?? new WeakMap<Placed<Item>, PreparedItem>();
  prepared.set(compiled, ofFlow);
  const known = ofFlow.get(placed) ?? prepare(compiled, placed);
  ofFlow.set(placed, known);
  return known;
}

function prepare(compiled: CompiledFlow, placed: Placed<Item>): PreparedItem {
  const { what: item } = placed;
  const { memory } = compiled;
  const tested = slotsOf(compiled, { conditions: [item.when] });
  const status = tabulate(memory, tested, (knowledge: Knowledge) => statusOf({ compiled, knowledge }, item));
  const make = (knowledge: Knowledge) => {
    const own = status(knowledge);
    return buildLine(compiled, placed, own === 'possible' ? own : 'required', knowledge);
  };
  const line = remember(memory, slotsOfLine(compiled, item), make);
  const { kind, id } = item;
  const decided = (own: ChecklistItem['status']) => Object.freeze({ kind, id, status: own });
  // What a line hangs on behind a question that was passed over lies elsewhere on the path.
  const isElsewhere = ({ codes }: Knowledge) => tested.some((slot) => codes?.[slot] === Code.PassedOver);
  return {
    item,
    decided: { required: decided('required'), possible: decided('possible') },
    status,
    line: (knowledge) =>
      status(knowledge) === 'possible' && isElsewhere(knowledge) ? make(knowledge) : line(knowledge),
  };
}

function buildLine(
  compiled: CompiledFlow,
  placed: Placed<Item>,
  status: ChecklistItem['status'],
  knowledge: Knowledge,
): Line {
  const item = deepFreeze(buildItem({ compiled, knowledge }, placed, status));
  return { item, terms: findTerms(compiled.flow, textsOf(item)) };
}

/** All that any part of an item's line may look at. */
function slotsOfLine(compiled: CompiledFlow, item: Item): readonly number[] {
  const { flow } = compiled;
  const steps = item.kind === 'step' ? item.do : [];
  const choices = item.kind === 'material' ? (item.oneOf ?? []) : [];
  return slotsOf(compiled, {
    conditions: steps.map(({ when }) => when),
    texts: [item.title, item.say, ...steps.map(({ text }) => text), ...choices],
    // Whose papers it rests on matters to a line only where they are local.
    names: [flow.jurisdiction, item.kind === 'step' ? item.by?.countedFrom : undefined],
    reasonsOf: [item.when],
    date: true,
  });
}

function textsOf(item: ChecklistItem): readonly (string | undefined)[] {
  const { title, say, form, inCase, oneOf = [], do: subSteps = [], hangsOn = [] } = item;
  return [
    title,
    say,
    form,
    ...oneOf,
    ...subSteps.map(({ text }) => text),
    inCase,
    ...hangsOn.flatMap(({ label, findOut }) => [label, findOut]),
  ];
}
