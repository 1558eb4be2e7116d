import type { Flow, Item, LookupTable, Outcome } from '../model/flow.ts';
import type { OverlayChanges } from '../model/overlay.ts';
import { type Channel, type FactValue, NATION, type PlaceEntry } from '../model/place.ts';
import type { Citation } from '../model/source.ts';
import { cleanText } from './clean-text.ts';
import { SOURCES_WORDS, type SourcedChange, type SourcedKind } from './sources-wording.ts';
import { usualText } from './usual-text.ts';

/** A line that somebody must be able to sign for: an item, an outcome, or what a place says. */
export interface SourcedLine {
  readonly kind: SourcedKind;
  readonly id: string;
  readonly title: string;
  /** Whose line it is, by the place's 6-digit code. */
  readonly place: string;
  readonly change?: SourcedChange;
  /** The time in which it holds, in words. */
  readonly time?: string;
  readonly verify: boolean;
  readonly sources: readonly Citation[];
}

/** Every line of a flow: the nation's in file order, dated changes, then place by place. */
export function collectSourcedLines(flow: Flow): SourcedLine[] {
  const { entries } = flow.common.places;
  const used = findUsed(flow);
  const places = Object.values(entries)
    .filter(({ code }) => code !== NATION)
    .sort((one, other) => (one.code < other.code ? -1 : 1));
  const nation = entries[NATION];
  return [
    ...Object.values(flow.outcomes).map((outcome) => outcomeLine(flow, outcome)),
    ...flow.items.map((item) => itemLine(flow, item)),
    ...Object.values(flow.tables).map(tableLine),
    ...defaultFactLines(flow, used),
    ...(nation ? entryLines(flow, nation, used) : []),
    ...flow.changes.flatMap((change) => changeLines(flow, change, NATION)),
    ...places.flatMap((entry) => entryLines(flow, entry, used)),
  ];
}

function outcomeLine(flow: Flow, { id, title, sources, verify }: Outcome): SourcedLine {
  return line({ kind: 'outcome', id, title: usualText(flow, title), place: NATION, verify, sources });
}

function itemLine(flow: Flow, item: Item): SourcedLine {
  const { kind, id, title, verify, sources } = item;
  return line({ kind, id, title: usualText(flow, title), place: NATION, verify, sources, ...time(item) });
}

function tableLine({ id, title, sources }: LookupTable): SourcedLine {
  return line({ kind: 'table', id, title: cleanText(title), place: NATION, sources });
}

function line(
  fields: Omit<SourcedLine, 'verify' | 'sources'> & {
    readonly verify?: boolean | undefined;
    readonly sources?: readonly Citation[] | undefined;
  },
): SourcedLine {
  return { ...fields, verify: fields.verify === true, sources: fields.sources ?? [] };
}

function time({ from, until }: { readonly from?: string; readonly until?: string }): { time?: string } {
  const words = [from && SOURCES_WORDS.from(from), until && SOURCES_WORDS.until(until)].filter(Boolean);
  return words.length > 0 ? { time: words.join('') } : {};
}

/** The fields of places that a flow prints, and the facts that it tests. */
function findUsed(flow: Flow): ReadonlySet<string> {
  const used = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      for (const [, field = ''] of value.matchAll(/<[^<>.]*\.([^<>]*)>/g)) used.add(field);
    }
    if (typeof value !== 'object' || value === null) return;
    if ('kind' in value && 'fact' in value) used.add(String(value.fact));
    for (const part of Object.values(value)) look(part);
  };
  const { common, ...own } = flow;
  look(own);
  look(Object.values(common.places.entries).map(({ overlays }) => overlays[flow.id]));
  return used;
}

function defaultFactLines(flow: Flow, used: ReadonlySet<string>): SourcedLine[] {
  return Object.values(flow.common.places.facts).flatMap(({ id, default: usual }) =>
    usual && used.has(id) ? [factLine(flow, id, usual, NATION)] : [],
  );
}

/** What one place's file says that concerns this flow. */
function entryLines(flow: Flow, entry: PlaceEntry, used: ReadonlySet<string>): SourcedLine[] {
  const { code, facts, channels, overlays } = entry;
  return [
    ...Object.entries(facts).flatMap(([id, values]) =>
      used.has(id) ? values.map((value) => factLine(flow, id, value, code)) : [],
    ),
    ...Object.entries(channels).flatMap(([kind, list]) =>
      used.has(kind) ? list.flatMap((channel) => channelLines(flow, kind, channel, code)) : [],
    ),
    ...(overlays[flow.id] ?? []).flatMap((overlay) => changeLines(flow, overlay, code)),
  ];
}

function factLine(flow: Flow, id: string, fact: FactValue, place: string): SourcedLine {
  const value = SOURCES_WORDS.truth[fact.value] ?? String(fact.value);
  const title = cleanText(SOURCES_WORDS.value(flow.common.places.facts[id]?.name ?? id, value));
  return line({ kind: 'fact', id, title, place, sources: fact.sources, ...time(fact) });
}

function channelLines(flow: Flow, kind: string, channel: Channel, place: string): SourcedLine[] {
  if (channel.for && !channel.for.includes(flow.id)) return [];
  const name = flow.common.places.channelKinds[kind] ?? kind;
  const title = cleanText(SOURCES_WORDS.value(name, channel.name));
  return [line({ kind: 'channel', id: kind, title, place, sources: channel.sources, ...time(channel) })];
}

function changeLines(
  flow: Flow,
  changes: OverlayChanges & { readonly from?: string; readonly until?: string },
  place: string,
): SourcedLine[] {
  const common = { place, ...time(changes) };
  const titleOf = (id: string): string =>
    usualText(flow, flow.items.find((item) => item.id === id)?.title ?? id);
  return [
    ...changes.outcomes.map(({ id, set, ...dates }) => {
      const title = usualText(flow, set.title ?? flow.outcomes[id]?.title ?? id);
      return line({
        ...common,
        ...time(dates),
        ...grounds(set),
        kind: 'outcome',
        id,
        title,
        change: 'change',
      });
    }),
    ...changes.add.map(({ item, ...dates }) =>
      line({ ...itemLine(flow, item), ...common, ...time(dates), change: 'add' }),
    ),
    ...changes.change.map(({ kind, id, set, ...dates }) => {
      const title = set.title === undefined ? titleOf(id) : usualText(flow, set.title);
      return line({ ...common, ...time(dates), ...grounds(set), kind, id, title, change: 'change' });
    }),
    ...changes.remove.map(({ kind, id, why, sources, ...dates }) => {
      const title = SOURCES_WORDS.value(titleOf(id), usualText(flow, why));
      return line({ ...common, ...time(dates), sources, kind, id, title, change: 'remove' });
    }),
  ];
}

function grounds({ sources, verify }: { sources?: readonly Citation[]; verify?: boolean }): {
  sources: readonly Citation[] | undefined;
  verify: boolean | undefined;
} {
  return { sources, verify };
}
