import type { Item } from '../../model/flow.ts';
import type { Cell, Effort } from './cell.ts';
import { LISTED, type Listings } from './listings.ts';
import type { Selection } from './space.ts';

/** An item that only some people of a cell get, and what it sees of the cell. */
export interface OpenItem {
  readonly item: Item;
  readonly key: string;
}

/** More steps than this into one group of items are not taken. */
const MOST_STEPS = 50_000;

interface Longest {
  readonly count: number;
  /** The selections of those who get so many. */
  readonly selections: ReadonlyMap<number, Selection>;
}

const known = new WeakMap<Listings, Map<string, Longest>>();

/** The most of these items that one person of a cell gets, and the part of the cell where they do. */
export function longestOf(
  listings: Listings,
  cell: Cell,
  items: readonly OpenItem[],
  effort: Effort,
): { readonly count: number; readonly cell: Cell } {
  const ofListings = known.get(listings) ?? new Map<string, Longest>();
  known.set(listings, ofListings);
  let count = 0;
  const selections = new Map(cell.selections);
  for (const { clusters, members } of groupsOf(listings, cell, items)) {
    const key = members.map(({ item, key: own }) => `${item.kind} ${item.id} ${own}`).join('\n');
    const longest = ofListings.get(key) ?? search(listings, cell, members, clusters, effort);
    ofListings.set(key, longest);
    count += longest.count;
    for (const [index, selection] of longest.selections) selections.set(index, selection);
  }
  return { count, cell: { ...cell, selections } };
}

interface Group {
  readonly clusters: Set<number>;
  readonly members: OpenItem[];
}

/** Items that no cluster connects do not interact. */
function groupsOf(listings: Listings, cell: Cell, items: readonly OpenItem[]): readonly Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const clusters = listings.openClustersOf(cell, item.item, item.key);
    const touching = groups.filter((group) => clusters.some((index) => group.clusters.has(index)));
    const [first = { clusters: new Set(), members: [] }, ...others] = touching;
    for (const other of others) {
      for (const index of other.clusters) first.clusters.add(index);
      first.members.push(...other.members);
    }
    for (const index of clusters) first.clusters.add(index);
    first.members.push(item);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(first);
  }
  return groups;
}

function search(
  listings: Listings,
  cell: Cell,
  members: readonly OpenItem[],
  clusters: ReadonlySet<number>,
  effort: Effort,
): Longest {
  let [best, bestCell, steps] = [-1, cell, 0];
  const extend = (part: Cell, count: number, rest: readonly OpenItem[]): void => {
    listings.work.spend(1 + rest.length / 8);
    const [first, ...others] = rest;
    if (count + rest.length <= best || steps++ > MOST_STEPS) return;
    if (!first) {
      [best, bestCell] = [count, part];
      return;
    }
    // Listed before not listed: the bound then cuts most of the rest.
    const parts = [...listings.partsOf(part, first.item, effort)].sort((a, b) => a.standing - b.standing);
    for (const { cell: inner, standing } of parts) extend(inner, count + (standing & LISTED ? 1 : 0), others);
  };
  extend(cell, 0, members);
  if (steps > MOST_STEPS) effort.onSample(2 ** members.length, steps);
  const selections = [...bestCell.selections].filter(([index]) => clusters.has(index));
  return { count: best, selections: new Map(selections) };
}
