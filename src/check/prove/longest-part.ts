import type { Item } from '../../model/flow.ts';
import type { Cell, Effort } from './cell.ts';
import { LISTED, type Listings, type Standing } from './listings.ts';
import type { Selection } from './space.ts';

/** An item that only some people of a cell get. */
export interface OpenItem {
  readonly item: Item;
  readonly standing: Standing;
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
  const { count, selections } = onceFor(listings, `all ${keyOf(items)}`, () => {
    const parts = groupsOf(listings, cell, items).map(({ clusters, members }) =>
      onceFor(listings, keyOf(members), () => search(listings, cell, members, clusters, effort)),
    );
    return {
      count: parts.reduce((sum, part) => sum + part.count, 0),
      selections: new Map(parts.flatMap((part) => [...part.selections])),
    };
  });
  const shares = cell.shares.map((share) => {
    const selection = selections.get(share.cluster.index);
    return selection ? { ...share, selection } : share;
  });
  return { count, cell: { path: cell.path, shares } };
}

/** What the conditions of these items see of a cell: all else is the same for those that look alike. */
function keyOf(items: readonly OpenItem[]): string {
  return items.map(({ standing }) => standing.number).join();
}

function onceFor(listings: Listings, key: string, find: () => Longest): Longest {
  const ofListings = known.get(listings) ?? new Map<string, Longest>();
  known.set(listings, ofListings);
  const longest = ofListings.get(key) ?? find();
  ofListings.set(key, longest);
  return longest;
}

interface Group {
  readonly clusters: Set<number>;
  readonly members: OpenItem[];
}

/** Items that no cluster connects do not interact. */
function groupsOf(listings: Listings, cell: Cell, items: readonly OpenItem[]): readonly Group[] {
  const groups: Group[] = [];
  for (const item of items) {
    const clusters = listings.openClustersOf(cell, item.item, item.standing);
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
  const own = bestCell.shares.filter(({ cluster }) => clusters.has(cluster.index));
  return {
    count: best,
    selections: new Map(own.map(({ cluster, selection }) => [cluster.index, selection])),
  };
}
