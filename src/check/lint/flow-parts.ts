import type { DeadlineRule } from '../../model/deadline.ts';
import type { Flow, Item, ItemKind, Outcome, Text } from '../../model/flow.ts';
import type { OverlayChanges } from '../../model/overlay.ts';
import { NATION } from '../../model/place.ts';

/** The fields of an item or outcome that are written somewhere; a change holds only some. */
export type PartFields = Partial<Omit<Item, 'kind' | 'id'>> &
  Partial<Omit<Outcome, 'id'>> & {
    readonly do?: readonly { readonly text: Text; readonly when?: Item['when'] }[];
    readonly oneOf?: readonly Text[];
    readonly form?: string;
    readonly by?: DeadlineRule;
  };

/** An item or outcome as it is written in one place: in the flow, in a dated change, in a place's overlay. */
export interface FlowPart {
  readonly subject: string;
  readonly kind: ItemKind | 'outcome';
  readonly id: string;
  readonly fields: PartFields;
  /** The place whose line it is; the nation's code for the flow's own. */
  readonly place: string;
}

/** Every item and outcome of a flow, wherever it is written. Most rules ask for them, so they are kept. */
export function partsOf(flow: Flow): readonly FlowPart[] {
  const parts = known.get(flow) ?? [...findParts(flow)];
  known.set(flow, parts);
  return parts;
}

const known = new WeakMap<Flow, readonly FlowPart[]>();

function* findParts(flow: Flow): Generator<FlowPart> {
  for (const outcome of Object.values(flow.outcomes)) {
    yield {
      subject: `outcome/${outcome.id}`,
      kind: 'outcome',
      id: outcome.id,
      fields: outcome,
      place: NATION,
    };
  }
  for (const item of flow.items) {
    yield { subject: `${item.kind}/${item.id}`, kind: item.kind, id: item.id, fields: item, place: NATION };
  }
  for (const [index, change] of flow.changes.entries()) {
    yield* partsOfChanges(`change/${index}`, change, NATION);
  }
  for (const [code, { overlays }] of Object.entries(flow.common.places.entries)) {
    for (const [index, overlay] of (overlays[flow.id] ?? []).entries()) {
      yield* partsOfChanges(`overlay/${code}/${index}`, overlay, code);
    }
  }
}

function* partsOfChanges(
  subject: string,
  { add, change, outcomes }: OverlayChanges,
  place: string,
): Generator<FlowPart> {
  for (const { item } of add) {
    const { kind, id } = item;
    yield { subject: `${subject}/add/${kind}/${id}`, kind, id, fields: item, place };
  }
  for (const { kind, id, set } of change) {
    yield { subject: `${subject}/change/${kind}/${id}`, kind, id, fields: set as PartFields, place };
  }
  for (const { id, set } of outcomes) {
    yield { subject: `${subject}/outcomes/${id}`, kind: 'outcome', id, fields: set, place };
  }
}
