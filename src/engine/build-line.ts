import type { ChecklistItem } from '../model/checklist.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { Item } from '../model/flow.ts';
import { late } from '../model/late.ts';
import { localPapersAlone } from '../model/local-papers.ts';
import { NATION } from '../model/place.ts';
import { buildItem, statusOf } from './build-item.ts';
import type { CompiledFlow } from './compile-flow.ts';
import { explainSources } from './explain-sources.ts';
import { fillText } from './fill-text.ts';
import { findTerms, type Term } from './find-terms.ts';
import type { Knowledge } from './knowledge.ts';
import { Code, MOST_STATES } from './numbering.ts';
import type { Placed } from './patch-items.ts';
import { remember, VIEW_SIZE, type View } from './remember.ts';
import { dependenceOf, slotsOf } from './slots.ts';

type Status = ChecklistItem['status'];

/** A line of a checklist, and the terms in it. Lines are shared between checklists, so they are frozen. */
export interface Line {
  readonly item: ChecklistItem;
  readonly terms: readonly Term[];
}

/** An item ready to become a line: what its status and its words depend on is known. */
export interface PreparedItem {
  readonly item: Item;
  /** All that its status depends on, found when it is first asked. */
  readonly slots: () => readonly number[];
  readonly status: (knowledge: Knowledge) => Status | 'absent';
  /** Its line, with a status that it has. */
  readonly line: (knowledge: Knowledge, status: Status) => Line;
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
  const slots = late(() => slotsOf(compiled, { conditions: [item.when] }));
  const make = ({ knowledge, status }: Standing) => buildLine(compiled, placed, status, knowledge);
  const line = remember(compiled.memory, () => dependenceOfLine(compiled, placed), make);
  // What a line hangs on behind a question that was passed over lies elsewhere on the path.
  const isElsewhere = ({ codes }: Knowledge) => slots().some((slot) => codes?.[slot] === Code.PassedOver);
  return {
    item,
    slots,
    status: (knowledge) => statusOf({ compiled, knowledge }, item),
    line: (knowledge, status) => {
      const standing = { codes: knowledge.codes, knowledge, status };
      return status === 'possible' && isElsewhere(knowledge) ? make(standing) : line(standing);
    },
  };
}

/** Where a person stands with an item. */
interface Standing {
  readonly codes: Knowledge['codes'];
  readonly knowledge: Knowledge;
  readonly status: Status;
}

function buildLine(compiled: CompiledFlow, placed: Placed<Item>, status: Status, knowledge: Knowledge): Line {
  const item = deepFreeze(buildItem({ compiled, knowledge }, placed, status));
  return { item, terms: findTerms(compiled.flow, textsOf(item)) };
}

/** All that any part of an item's line may look at. */
function dependenceOfLine(compiled: CompiledFlow, { what: item, code }: Placed<Item>) {
  const { flow } = compiled;
  const steps = item.kind === 'step' ? item.do : [];
  const choices = item.kind === 'material' ? (item.oneOf ?? []) : [];
  const { slots, fields } = dependenceOf(compiled, {
    conditions: steps.map(({ when }) => when),
    texts: [item.title, item.say, ...steps.map(({ text }) => text), ...choices],
    names: [item.kind === 'step' ? item.by?.countedFrom : undefined],
    reasonsOf: [item.when],
    date: true,
  });
  const seen = fields.map(({ question, field }) =>
    viewOfPlace(compiled, question, (knowledge) =>
      fillText({ compiled, knowledge }, `<${question}.${field}>`),
    ),
  );
  const isLocal = code === NATION && localPapersAlone(item.sources, flow.sources).length > 0;
  if (isLocal && flow.jurisdiction !== undefined) {
    // Whether the papers are those of the person's own place.
    seen.push(
      viewOfPlace(compiled, flow.jurisdiction, (knowledge) =>
        String(explainSources(compiled, item.sources, code, knowledge).accordingTo),
      ),
    );
  }
  return {
    slots,
    views: seen.map(
      (view) =>
        ({ knowledge }: Standing) =>
          view(knowledge),
    ),
  };
}

/** Tells places apart by a text that depends on a place question's answer and the day alone. */
function viewOfPlace(
  { numbering, numberOf }: CompiledFlow,
  question: string,
  textOf: (knowledge: Knowledge) => string,
): View<Knowledge> {
  const number = numberOf(question);
  const texts = new Map<string, number>();
  const known = new Map<number, number>();
  return (knowledge) => {
    const [place, day] = [knowledge.codes?.[number], knowledge.codes?.[numbering.dateSlot]];
    if (place === undefined || day === undefined || place < 0 || day < 0) return Code.None;
    const key = place * (numbering.sizes[numbering.dateSlot] ?? 0) + day;
    const before = known.get(key);
    if (before !== undefined) return before;
    const text = textOf(knowledge);
    const view = texts.get(text) ?? (texts.size < VIEW_SIZE ? texts.size : Code.None);
    if (view !== Code.None) texts.set(text, view);
    if (known.size < MOST_STATES) known.set(key, view);
    return view;
  };
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
