import type { FlowCase } from '../model/case.ts';
import { deepFreeze } from '../model/deep-freeze.ts';
import type { CommonData, ItemKind, StoredFlow } from '../model/flow.ts';
import type { FlowBook, SharedPart } from '../model/flow-book.ts';
import type { SharedFile } from './classify-file.ts';
import { commonPositions } from './common-positions.ts';
import { flowPositions } from './flow-positions.ts';
import type { PlaceFile } from './gather-places.ts';
import { SECTION_NAMES, SECTIONS } from './item-fields.ts';
import { entriesOf } from './position-recorder.ts';
import type { FlowSketch } from './sketch-flow.ts';
import type { MapNode } from './yaml-node.ts';

/** What loading leaves behind of flows: the parts of a book. */
export interface BookParts {
  readonly flows: readonly StoredFlow[];
  readonly common: CommonData;
  readonly cases: Readonly<Record<string, readonly FlowCase[]>>;
  readonly sketches: ReadonlyMap<string, FlowSketch>;
  readonly shared: Readonly<Record<SharedFile, MapNode['entries']>>;
  readonly places: ReadonlyMap<string, PlaceFile>;
}

/** The flows with the places of all their parts in the files. */
export function makeFlowBook({ flows, common, cases, sketches, shared, places }: BookParts): FlowBook {
  const files = [...places.values()];
  const positions = flows.flatMap(({ id }) => {
    const sketch = sketches.get(id);
    const overlays = files.flatMap(({ code, overlays: all }) => {
      const entry = all?.entries.get(id);
      return entry ? [[code, entry.value] as const] : [];
    });
    return sketch ? [[id, flowPositions(sketch, new Map(overlays))] as const] : [];
  });
  return deepFreeze({
    flows: flows.map((flow) => ({ ...flow, common })),
    common,
    cases,
    positions: Object.fromEntries(positions),
    commonPositions: commonPositions(shared.sources, shared.terms, files),
    sharedParts: sharedParts(shared),
  });
}

function sharedParts(shared: BookParts['shared']): SharedPart[] {
  return SECTION_NAMES.flatMap((section) => {
    const { kind, titleKey, shared: name } = SECTIONS[section];
    const parts = name ? [...shared[name].values()] : [];
    return parts.map(({ key: id, value }) => {
      const heading = entriesOf(value).find(({ key }) => key === titleKey)?.value;
      const title = heading?.kind === 'scalar' ? String(heading.value) : '';
      return { kind: kind satisfies ItemKind, id, title };
    });
  });
}
